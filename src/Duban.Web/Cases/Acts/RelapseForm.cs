using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>认定反弹.</summary>
/// <param name="Source">Where it became known.</param>
/// <param name="Finding">What is back.</param>
/// <param name="Due">The last day of the new round.</param>
public sealed record RelapseForm(string? Source, string? Finding, string? Due) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new ReportRelapse(ActReading.Words(Source), ActReading.Words(Finding), r.Day(Due, "due", required: true) ?? DateOnly.MaxValue);
}
