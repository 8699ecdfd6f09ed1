using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Reports;

/// <summary>What became of a report, as its reporter may know it: units and days, nobody's name, nobody's words.</summary>
/// <param name="Number">The number it was looked up by.</param>
/// <param name="Lead">The lead it began.</param>
/// <param name="Chain">That lead, and the cases it was merged into, the last one being where it stands.</param>
/// <param name="Said">True when its reporter has said in this round that it is not fixed.</param>
public sealed record ReportState(ReportNumber Number, CaseId Lead, IReadOnlyList<OneCase> Chain, bool Said)
{
    /// <summary>Why the reporter's words are refused.</summary>
    public IReadOnlyList<Reason> Refused { get; init; } = [];

    /// <summary>The case that carries it on.</summary>
    public OneCase One => Chain[^1];

    /// <summary>What the ledger knows this reporter's word by, once a round.</summary>
    public string Reference => ReferenceOf(Lead, One.Case);

    /// <summary>True while the reporter can say that it is not fixed.</summary>
    public bool MayDeny => One.Case.Stage == Stage.StruckOff && !Said;

    /// <summary>The reference of a reporter's word in a case's round.</summary>
    public static string ReferenceOf(CaseId lead, Case c) => $"{lead}-{c.Round}";

    /// <summary>The unit that has it, or null.</summary>
    public string? Unit => One.Case.Holding is { } holding ? One.Unit(holding.Unit) : null;

    /// <summary>The last day of the whole; null without one, and once it is over.</summary>
    public DateOnly? Due => One.Case.Stage.IsEnd() ? null : One.Case.RunningTotal?.DueDate(One.Act.Calendar)?.Date;

    /// <summary>Where it stands, in a few words.</summary>
    public string Now(Words w) => new StageInRound(One.Case.Stage, One.Case.Round).BeginsAgain ? w["report.now.again"] : w[$"report.now.{CaseRow.Word(One.Case.Stage)}"];

    /// <summary>What may be known beside the steps: the number, who has it, until when.</summary>
    public IEnumerable<(string Label, string Text)> Facts(Words w)
    {
        if (One.Case.Number is { } number) yield return (w["report.case"], number);
        if (Unit is { } unit) yield return (w["report.unit"], unit);
        if (Due is { } due) yield return (w["report.due"], w.ShortDay(due));
    }

    /// <summary>What happened, the oldest first.</summary>
    public IEnumerable<ReportStep> Steps(Words w) => Chain.SelectMany((one, i) =>
        from h in one.History
        // Of a case it was merged into it is not the reporter's to know how that one came to light.
        where i == 0 || h.Event is not CaseEvent.Reported
        let words = ReportSteps.Of(h.Event, Lead, one, w)
        where words is not null
        select new ReportStep(h.On, words));
}

/// <summary>One thing that happened.</summary>
/// <param name="On">The day.</param>
/// <param name="Words">In plain words.</param>
public sealed record ReportStep(DateOnly On, string Words);

/// <summary>What became of a report, as a program reads it.</summary>
/// <param name="Stage">How far it has come, in lower snake case.</param>
/// <param name="Now">The same in words.</param>
/// <param name="Case">The case's number once it is registered, or null.</param>
/// <param name="Unit">The unit that has it, or null.</param>
/// <param name="Due">The last day, or null.</param>
/// <param name="Steps">What happened, the oldest first.</param>
/// <param name="MayDeny">True while the reporter can say that it is not fixed.</param>
public sealed record ReportAnswer(string Stage, string Now, string? Case, string? Unit, DateOnly? Due, IReadOnlyList<ReportStep> Steps, bool MayDeny)
{
    internal static ReportAnswer Of(ReportState s, Words w) =>
        new(CaseRow.Word(s.One.Case.Stage), s.Now(w), s.One.Case.Number, s.Unit, s.Due, [.. s.Steps(w)], s.MayDeny);
}
