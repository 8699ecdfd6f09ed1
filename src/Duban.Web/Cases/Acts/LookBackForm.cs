using System.Text.Json.Serialization;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Web.Cases.Files;

namespace Duban.Web.Cases.Acts;

/// <summary>回头看.</summary>
/// <param name="Holds"><c>yes</c>: it is still fixed; <c>no</c>: it has relapsed.</param>
/// <param name="On">The day on the spot.</param>
/// <param name="Findings">What was seen.</param>
/// <param name="Opinion">The conclusion.</param>
/// <param name="NewDue">The last day of the new round, when it has relapsed.</param>
public sealed record LookBackForm(string? Holds, string? On, string? Findings, string? Opinion, string? NewDue) : IActForm, IPhotoForm
{
    /// <summary>Fingerprints of photos taken along; only files in the store get here, never typed words.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <inheritdoc />
    public IPhotoForm With(IReadOnlyList<string> photos) => this with { Photos = photos };

    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new LookBack(r.YesNo(Holds, "holds"), new SiteRecord(
        r.Day(On, "on", required: true) ?? r.Act.Today, ActReading.Words(Findings), ActReading.Words(Opinion), Photos), r.Day(NewDue, "newDue"));
}
