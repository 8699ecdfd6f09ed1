using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Pages;

/// <summary>One case as its pages see it: where it stands, everything that happened, and who looks.</summary>
/// <param name="Case">Where it stands.</param>
/// <param name="Act">Who looks, and when.</param>
/// <param name="History">Everything that happened, oldest first.</param>
/// <param name="Chain">Hash of the last event, lower-case hex.</param>
/// <param name="Units">The city's units.</param>
/// <param name="Posts">People of the plan by id, as posts.</param>
/// <param name="Campaign">Its campaign, or null for a lead.</param>
public sealed record OneCase(
    Case Case, Act Act, IReadOnlyList<Happened> History, string Chain, UnitTree Units, IReadOnlyDictionary<string, string> Posts, Campaign? Campaign)
{
    /// <summary>How holders are named today.</summary>
    public required Holders Holders { get; init; }

    /// <summary>Units with a post that may do what is awaited now; null when whose it is is plain without them.</summary>
    public IReadOnlyList<string>? Able { get; init; }

    /// <summary>The number people call it by.</summary>
    public string Number => Case.Number ?? Case.Id.Value;

    /// <summary>What it is about, also while it is a lead.</summary>
    public Matter Matter { get; } = Case.Matter
        ?? History.Select(h => h.Event).OfType<CaseEvent.Reported>().Select(e => new Matter(e.Title, e.Description, e.Place, "", e.Channel)).FirstOrDefault()
        ?? new Matter("", "", new Place(""), "", "");

    /// <summary>Its rounds, the first one first; made for those who ask, out of the history that is read anyway.</summary>
    public IReadOnlyList<CaseRound> Rounds => field ??= Domain.Cases.Rounds.Of(new Case(Case.Id, Case.Procedure), History);

    /// <summary>Who filed each file, and when, by its fingerprint.</summary>
    public IReadOnlyDictionary<string, Happened> Filed => field ??= History.Where(h => h.Event is CaseEvent.EvidenceFiled)
        .GroupBy(h => ((CaseEvent.EvidenceFiled)h.Event).Evidence.Sha256).ToDictionary(g => g.Key, g => g.Last());

    /// <summary>What each correction says otherwise than what stood before it.</summary>
    public IReadOnlyDictionary<Happened, IReadOnlyList<MatterChange>> Corrections => field ??= CorrectionWords.Of(History);

    /// <summary>True when somebody without an account reported it.</summary>
    public bool FromResident => History is [{ Event: CaseEvent.Reported { Channel: ReportLead.FromResident } }, ..];

    /// <summary>Its page, or a page below it.</summary>
    public string Path(string below = "") => below.Length == 0 ? $"/cases/{Case.Id}" : $"/cases/{Case.Id}/{below}";

    /// <summary>The file's address.</summary>
    public string FilePath(string sha256, bool thumb = false) => $"{Path("files")}/{sha256}{(thumb ? "/thumb" : "")}";

    /// <summary>A unit's name.</summary>
    public string Unit(UnitPath path) => Unit(path.Unit);

    /// <summary>A unit's name.</summary>
    public string Unit(UnitId id) => Units.Find(id)?.Name ?? id.Value;

    /// <summary>A person as a post.</summary>
    public string Post(PersonId id) => Posts.GetValueOrDefault(id.Value) ?? id.Value;

    /// <summary>Unit and post of whoever did something.</summary>
    public string By(Actor by, Words w) => by.Role == Role.Resident ? PeopleWords.Of(by.Role, w) : $"{Unit(by.Unit)} · {PeopleWords.Of(by.Role, w)}";

    /// <summary>Whoever holds it, or would, by unit and post.</summary>
    public string Named(Hand hand, Words w) => Holders.Name(hand, Case, w);

    /// <summary>The last thing of its kind that happened, or null.</summary>
    public Happened? Last(Func<CaseEvent, bool> kind) => History.LastOrDefault(h => kind(h.Event));
}
