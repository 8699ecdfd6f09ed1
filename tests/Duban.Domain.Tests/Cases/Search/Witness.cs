using System.Collections.Immutable;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>
/// Somebody who reads only the facts, knows none of the rules, and says at strike-off what was not in order.
/// It keeps its own books on purpose: what it finds wrong, the rules let through.
/// </summary>
internal sealed record Witness(bool FullPath)
{
    public ImmutableSortedSet<string> Hands { get; init; } = [];
    public ImmutableSortedSet<string> Units { get; init; } = [];
    public Plan? Plan { get; init; }
    public string? Approver { get; init; }
    public bool Before { get; init; }
    public bool After { get; init; }
    public Actor? Verifier { get; init; }
    public string? Acceptor { get; init; }
    public int Affected { get; init; }
    public int Yes { get; init; }
    public int Other { get; init; }
    public bool Satisfied { get; init; }
    public DateOnly? Published { get; init; }
    public int OpenObjections { get; init; }
    public bool Noticed { get; init; }
    public string? Asker { get; init; }
    public string? Number { get; init; }
    public int Round { get; init; } = 1;

    /// <summary>What must be true of every case and is not, in words; looked at after each fact.</summary>
    public ImmutableList<string> Wrong { get; init; } = [];

    public Witness Sees(Happened h) => h.Event switch
    {
        E.Registered e => this with { Number = e.Number },
        E.SignedFor or E.Forwarded or E.ProgressReported or E.AppliedForStrikeOff => Worked(h),
        E.Planned e => Worked(h) with { Plan = e.Plan, Approver = null },
        E.PlanApproved => Judged(h, "approved the plan") with
        {
            Approver = h.By.Person.Value,
            Hands = Hands.Union(Plan!.Team.Append(Plan.Leader).Select(p => p.Value)),
        },
        E.PlanSentBack => this with { Plan = null },
        E.EvidenceFiled { Evidence.Kind: EvidenceKind.Before } => Worked(h) with { Before = true },
        E.EvidenceFiled { Evidence.Kind: EvidenceKind.After } => Worked(h) with { After = true },
        E.EvidenceFiled => Worked(h),
        E.VerifiedByCounty => Judged(h, "verified") with { Verifier = h.By },
        E.RejectedByCounty or E.RefusedByCity => Unjudged(),
        E.SampleDrawn e => Judged(h, "drew the sample") with { Affected = e.Affected ?? 0, Yes = Satisfied ? 0 : Yes, Other = Satisfied ? 0 : Other },
        E.ResidentAnswered { Answer: Answer.Yes } => this with { Yes = Yes + 1 },
        E.ResidentAnswered => this with { Other = Other + 1 },
        E.SurveyClosed { Passed: true } => Judged(h, "counted the answers") with { Satisfied = Yes + Other >= Math.Min(20, Affected) && Yes * 10 >= (Yes + Other) * 9 },
        E.SurveyClosed => Again(h),
        E.NoticePublished => this with { Published = h.On, OpenObjections = 0, Noticed = false },
        E.ObjectionRaised => this with { OpenObjections = OpenObjections + 1 },
        E.ObjectionUpheld => Again(h),
        E.ObjectionDismissed => Judged(h, "dismissed an objection") with { OpenObjections = OpenObjections - 1 },
        E.NoticeEnded => this with { Noticed = OpenObjections == 0 && Published is { } day && Searched.Calendar.WorkingDaysBetween(day, h.On) >= 5 },
        E.AcceptedByCity => Judged(h, "accepted") with { Acceptor = h.By.Person.Value, Wrong = Wrong.AddRange(SameEyes(h.By)) },
        E.StruckOff => this with { Wrong = Wrong.AddRange(AtStrikeOff(h.By)) },
        E.Relapsed => Again(h),
        E.SideTrackAsked e => (h.By.Role is Role.Liaison ? Worked(h) : this) with { Asker = h.By.Person.Value },
        E.SideTrackGranted => Judged(h, "granted a request").Unless(Asker == h.By.Person.Value, "granted their own request") with { Asker = null },
        E.SideTrackRefused => this with { Asker = null },
        E.LongTermReviewed { BackToWork: true } => Again(h),
        _ => this,
    };

    /// <summary>Everything in the books, as the key of a search needs it; people by their place in it.</summary>
    public string Books() =>
        $"{Plan is not null}{Approver is not null}{Before}{After}{Math.Min(Affected, 3)}{Yes}{Other}{Satisfied}{OpenObjections}{Noticed}{string.Join(',', Units)}{Verifier?.Unit}";

    public int Marks(string person) => (Hands.Contains(person) ? 1 : 0) | (Verifier?.Person.Value == person ? 2 : 0) | (Acceptor == person ? 4 : 0) | (Asker == person ? 8 : 0);

    private Witness Worked(Happened h) => this with { Hands = Hands.Add(h.By.Person.Value), Units = Units.Add(h.By.Unit.Value) };

    private Witness Judged(Happened h, string did) => Unless(Hands.Contains(h.By.Person.Value), $"somebody with their hands in the work {did}")
        .Unless(Units.Contains(h.By.Unit.Value), $"somebody of a unit that did the work {did}");

    private Witness Unjudged() => this with
    {
        Verifier = null,
        Acceptor = null,
        Satisfied = false,
        Noticed = false,
        Published = null,
        OpenObjections = 0,
        Yes = 0,
        Other = 0,
        Affected = 0,
    };

    private Witness Again(Happened _) => Unjudged() with { After = false, Round = Round + 1 };

    private Witness Unless(bool bad, string words) => bad ? this with { Wrong = Wrong.Add(words) } : this;

    private IEnumerable<string> SameEyes(Actor by)
    {
        if (Verifier?.Person == by.Person) yield return "verifier and acceptor are one person";
        if (Verifier?.Unit == by.Unit) yield return "verifier and acceptor are of one unit";
    }

    private IEnumerable<string> AtStrikeOff(Actor by)
    {
        if (Hands.Contains(by.Person.Value)) yield return "a doer struck it off";
        if (!After) yield return "struck off without evidence of the state after";
        if (Verifier is null) yield return "struck off without a county verifier";
        if (Verifier?.Person == by.Person || Acceptor == by.Person.Value) yield return "a judge of the work struck it off";
        if (!FullPath) yield break;
        if (Approver is null) yield return "struck off without an approved plan";
        if (!Before) yield return "struck off without evidence of the state before";
        if (!Satisfied) yield return "struck off without satisfied residents";
        if (!Noticed) yield return "struck off without five working days of notice, or over an objection";
        if (Acceptor is null) yield return "struck off without the city's acceptance";
    }
}
