using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>签收; there is nothing to type.</summary>
public sealed record SignForm : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new SignFor();
}
