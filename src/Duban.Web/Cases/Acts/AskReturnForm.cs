using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>申请退单.</summary>
/// <param name="Why">The reason, demanded.</param>
public sealed record AskReturnForm(string? Why) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new AskReturn(ActReading.Words(Why));
}
