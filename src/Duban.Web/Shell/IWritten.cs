using Microsoft.AspNetCore.Components;

namespace Duban.Web.Shell;

/// <summary>A component whose HTML is written straight into the page and never built as a tree: for tables of hundreds of rows.</summary>
public interface IWritten : IComponent
{
    /// <summary>Writes it.</summary>
    void Write(TextWriter page);
}
