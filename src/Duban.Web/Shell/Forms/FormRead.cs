using Duban.Domain;

namespace Duban.Web.Shell.Forms;

/// <summary>A form as it was read: always there with everything typed still in it, and what is wrong with the text itself.</summary>
/// <param name="Form">The form; broken characters stand in it as �.</param>
/// <param name="Reasons">Empty when every text is sound; whether it makes sense is the rules' to say.</param>
public sealed record FormRead<TForm>(TForm Form, IReadOnlyList<Reason> Reasons)
{
    /// <summary>True when the text is sound.</summary>
    public bool Sound => Reasons.Count == 0;
}
