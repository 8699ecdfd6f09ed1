using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People.Pages;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases.Pages;

/// <summary>What the selects, choices and ticks of an act's form offer.</summary>
/// <param name="Case">The case.</param>
/// <param name="Units">The city's units.</param>
/// <param name="W">The reader's words.</param>
public sealed record ActChoices(Case Case, UnitTree Units, Words W)
{
    /// <summary>The words that say that nobody in post can sign in a unit; null where somebody can.</summary>
    public Func<Unit, string?> NobodySigns { get; init; } = _ => null;

    /// <summary>People who can be named in a plan.</summary>
    public IReadOnlyList<TeamPerson> People { get; init; } = [];

    /// <summary>Campaigns a case can be registered in.</summary>
    public IReadOnlyList<Campaign> Open { get; init; } = [];

    /// <summary>What residents wrote, by the objection's reference.</summary>
    public IReadOnlyDictionary<string, string> Said { get; init; } = new Dictionary<string, string>();

    /// <summary>Units a case is handed to, by kind; counties with their departments and townships come below.</summary>
    public IReadOnlyList<OptionGroup> ResponsibleUnits => Grouped(Units.All.Where(u => u.Path.Depth == 2), u => NobodySigns(u) ?? u.Name);

    /// <summary>Units below the holder, within the reach of forwarding.</summary>
    public IReadOnlyList<OptionGroup> UnitsBelow =>
        Case.Holding is { } h ? Grouped(Units.All.Where(u => u.Path != h.Unit && h.HandedTo.Holds(u.Path) && u.Kind != UnitKind.Village)) : [];

    /// <summary>Units that may co-operate.</summary>
    public IReadOnlyList<Option> CoUnits => [.. Units.All.Where(u => u.Active && u.Path.Depth == 2 && u.Kind is not UnitKind.Office).Select(u => new Option(u.Id.Value, u.Name))];

    /// <summary>Levels of a hazard.</summary>
    public IReadOnlyList<Option> Levels => [.. Enum.GetValues<Level>().Select(l => new Option(CaseRow.Word(l), W[$"level.{CaseRow.Word(l)}"]))];

    /// <summary>What a file shows.</summary>
    public IReadOnlyList<Option> Kinds => [.. Enum.GetValues<EvidenceKind>().Select(k => new Option(CaseRow.Word(k), W[$"evidence_kind.{CaseRow.Word(k)}"]))];

    /// <summary>Points that have been shown.</summary>
    public IReadOnlyList<string> Points => [.. Case.Evidence.Select(e => e.Point).Distinct()];

    /// <summary>Measures of the plan.</summary>
    public IReadOnlyList<OptionGroup> Measures => [new("", [.. (Case.Plan?.Measures ?? []).Select(m => new Option(m.Code, $"{m.Code} {m.Text}"))])];

    /// <summary>Objections nobody has decided.</summary>
    public IReadOnlyList<Option> Objections => [.. (Case.Notice?.Open ?? []).Order(StringComparer.Ordinal).Select(r => new Option(r, r, Said.GetValueOrDefault(r)))];

    /// <summary>Campaigns.</summary>
    public IReadOnlyList<OptionGroup> Campaigns => [new("", [.. Open.Select(c => new Option(c.Code, $"{c.Code} {(W.English ? c.Name.En : c.Name.Zh)}"))])];

    /// <summary>Those who may lead, by unit.</summary>
    public IReadOnlyList<OptionGroup> Leaders =>
    [
        .. People.Where(p => p.MayLead).GroupBy(p => p.Unit)
            .Select(g => new OptionGroup(g.Key, [.. g.DistinctBy(p => p.Person).Select(p => new Option(p.Person, p.Name))])),
    ];

    /// <summary>Everybody who may be on the team.</summary>
    public IReadOnlyList<Option> Team => [.. People.DistinctBy(p => p.Person).Select(p => new Option(p.Person, p.Name, p.Unit))];

    /// <summary>True when interim safety measures are demanded.</summary>
    public bool InterimSafety => Case.Level == Level.Major && Case.Procedure.SelfCheck.InterimSafety;

    /// <summary>Photos that go with a record from the spot.</summary>
    public ActField Photos => new ActField.Files("photos", EvidenceForm.Photos) { Optional = true };

    /// <summary>Both answers in the words of the act.</summary>
    public IReadOnlyList<Option> YesNo(string door) => [new("yes", W[$"choice.{door}.yes"]), new("no", W[$"choice.{door}.no"])];

    private List<OptionGroup> Grouped(IEnumerable<Unit> units, Func<Unit, string>? named = null) =>
    [
        .. units.Where(u => u.Active && u.Kind is not (UnitKind.City or UnitKind.Office)).GroupBy(u => u.Kind)
            .Select(g => new OptionGroup(PeopleWords.Of(g.Key, W), [.. g.Select(u => new Option(u.Id.Value, named?.Invoke(u) ?? u.Name))])),
    ];
}
