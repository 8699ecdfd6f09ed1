using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Cases.Lists;

/// <summary>The words of a desk: what to do next, what is missing, one fact to a number.</summary>
public static class DeskWords
{
    /// <summary>The next act and its address: this reader's own; else a reminder from the office to the unit; else a look.</summary>
    public static (string Text, string Path) Next(Case c, Act act, Words w) =>
        CaseActs.NextOf(c, act) is { } next ? (CaseActs.Text(next.Kind, w), next.Path)
        : act.By.Role is Role.Clerk or Role.Head && InHand.Of(c, act.Today)?.Hand == Hand.Unit ? (CaseActs.Text(CaseAct.Chase, w), $"/cases/{c.Id}/chase")
        : (CaseActs.Text(CaseAct.See, w), $"/cases/{c.Id}");

    /// <summary>The line below the title: for the unit what is missing, for others where it stands and since when.</summary>
    public static string Note(DeskRow row, Act act, Words w)
    {
        var c = row.Case;
        if (c.Request is { } request) return w["desk.note.request", w["track." + request.Track.Name], request.Track.Reason, request.On];
        if (c.Notice is { Open.Count: > 0 and var open } notice) return w["desk.note.objections", open, notice.Until];
        if (!c.NotFixed.IsEmpty) return w["desk.note.not_fixed", c.NotFixed.Count, c.NotFixed.Values.Min()];
        if (row.Said is { } said) return w["desk.note.said", said.ReplaceLineEndings(" ")];
        if (c is { NotPassed: { } refused, Stage: Stage.Rectifying }) return w[$"not_passed.note.{CaseRow.Word(refused.Act)}", refused.Words.ReplaceLineEndings(" ")];
        if (InHand.Of(c, act.Today) is { } now && HandWords.Ready(c, now, w) is { } ready) return ready;
        if (c.Stage == Stage.HandedOver && c.Holding is { } holding) return w["desk.note.sign", holding.HandedOn, c.SignBy] + RedTotal(row.Line, w);
        if (InHand.Is(Hand.Unit, act.By.Role) && c.Stage is Stage.Accepted or Stage.Rectifying) return Missing(c, w);
        var stands = w["desk.note.stands", HandWords.Stage(row.Line.Stage, c.Round, w), Math.Max(0, act.Today.DayNumber - c.Since.DayNumber)];
        return c.Stage == Stage.Rectifying ? $"{stands} · {(c.LastProgress is { } day ? w["desk.note.progress", day] : w["desk.note.no_progress"])}" : stands;
    }

    /// <summary>One fact to a number: which case has waited longest, and since when.</summary>
    public static string? Fact(DeskGroup group, Words w)
    {
        if (group.Count == 0) return w["desk.fact.none"];
        if (group.Oldest is not { } line) return null;
        var number = line.Number ?? line.Case;
        return group.Section.Light switch
        {
            Light.Red => w["desk.fact.longest", number, w.Today.DayNumber - line.DueSort.DayNumber],
            Light.Orange when line.DueSort == w.Today => w["desk.fact.midnight"],
            Light.Orange or Light.Yellow or Light.Green => w["desk.fact.next", number, w.ShortDay(line.DueSort)],
            _ => w["desk.fact.since", number, w.ShortDay(CaseRows.Since(line, w.Today))],
        };
    }

    /// <summary>How many of a group are listed here, and where the rest stand; null when all are.</summary>
    public static string? Shown(DeskGroup group, Words w) => group.Rows.Count >= group.Count ? null
        : group.Above > 0 ? w["desk.shown_above", group.Rows.Count, group.Above] : w["desk.shown", group.Rows.Count];

    // A receipt clock that still runs beside a red light is not the one that is red.
    private static string? RedTotal(CaseLine line, Words w) =>
        line.RedOf(w.Today) == RedClock.Total ? $" · {CaseRows.Red(RedClock.Total, line, w)} {w.ShortDay(line.DueSort)}" : null;

    private static string Missing(Case c, Words w)
    {
        var gaps = Domain.Cases.Checklist.Of(c).Where(i => i.State == CheckState.Missing).ToList();
        var words = gaps.Select(i => i.Code.StartsWith("guard.", StringComparison.Ordinal) ? ReasonWords.Of(i.Gap, w) : w[i.Code]);
        return w["desk.note.missing", w.Phrases(words)];
    }
}
