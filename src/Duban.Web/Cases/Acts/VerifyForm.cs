using System.Text.Json.Serialization;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Web.Cases.Files;

namespace Duban.Web.Cases.Acts;

/// <summary>县级核查.</summary>
/// <param name="Passed"><c>yes</c> or <c>no</c>.</param>
/// <param name="On">The day on the spot.</param>
/// <param name="Findings">What was seen.</param>
/// <param name="Opinion">The conclusion.</param>
public sealed record VerifyForm(string? Passed, string? On, string? Findings, string? Opinion) : IActForm, IPhotoForm
{
    /// <summary>Fingerprints of photos taken along; only files in the store get here, never typed words.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <inheritdoc />
    public IPhotoForm With(IReadOnlyList<string> photos) => this with { Photos = photos };

    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new VerifyForCounty(r.YesNo(Passed, "passed"), new SiteRecord(
        r.Day(On, "on", required: true) ?? r.Act.Today, ActReading.Words(Findings), ActReading.Words(Opinion), Photos));
}
