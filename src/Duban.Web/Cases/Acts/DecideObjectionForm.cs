using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>处理异议.</summary>
/// <param name="Reference">Which objection.</param>
/// <param name="Uphold"><c>yes</c>: a new round begins; <c>no</c>: dismissed.</param>
/// <param name="Opinion">The office's words.</param>
public sealed record DecideObjectionForm(string? Reference, string? Uphold, string? Opinion) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new DecideObjection(ActReading.Words(Reference), r.YesNo(Uphold, "uphold"), ActReading.Words(Opinion));
}
