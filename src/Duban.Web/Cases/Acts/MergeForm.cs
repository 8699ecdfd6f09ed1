using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;


/// <summary>提请合并.</summary>
/// <param name="Into">Number of the case that carries it on.</param>
/// <param name="Reason">Why they are one matter.</param>
public sealed record MergeForm(string? Into, string? Reason) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r)
    {
        if (!CaseId.TryParse(ActReading.Optional(Into), null, out var into))
            r.Reasons.Add(string.IsNullOrWhiteSpace(Into) ? new Reason("field.required", "into") : new Reason("case.unknown", "into", Into));
        return new AskSideTrack(new SideTrack.Merge(into, ActReading.Words(Reason)));
    }
}
