using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;
using Part = Duban.Web.Shell.Parts.CheckItem;

namespace Duban.Web.Cases.Pages;

/// <summary>The checklist as it is shown: every gap with its numbers, the act that fills it, or who will.</summary>
public static class CaseChecks
{
    /// <summary>What stands before strike-off.</summary>
    public static IReadOnlyList<Part> Of(OneCase one, Words w) => [.. Domain.Cases.Checklist.Of(one.Case).Select(item => Row(one, item, w))];

    private static Part Row(OneCase one, Domain.Cases.CheckItem item, Words w)
    {
        var guard = item.Code.StartsWith("guard.", StringComparison.Ordinal);
        var what = guard && item.State != CheckState.Met ? ReasonWords.Of(item.Gap, w) : w[item.Code];
        var reading = item.Code == "check.survey" && one.Case.Survey is null ? "check.why.survey_ahead" : Why(item.Code);
        var why = !guard && item.State != CheckState.Met && w.Knows(reading)
            ? w[reading, [.. item.Gap.Args.Select(arg => arg is Span span ? Days(span, w) : arg)]] : null;
        var path = item.State == CheckState.Missing ? CaseActs.PathOf(one, item.Act) : null;
        // The number leads to the procedure's table; that the whole of it is not confirmed stands once, in the head of the page.
        var rule = item.Step is { } step ? one.Case.Procedure.Find(step) : null;
        return new(item.State switch { CheckState.Missing => CheckPart.Missing, CheckState.Waiting => CheckPart.Waiting, _ => CheckPart.Ready }, what, why)
        {
            Act = path is null ? null : (CaseActs.Text(item.Act, w), path),
            By = By(one, item, w),
            Basis = rule is null ? w["basis.procedure"] : w["basis.step", one.Case.Procedure.Steps.TakeWhile(s => s != rule).Count() + 1],
            Unverified = rule is { Unverified: true } && !one.Case.Procedure.Unverified,
        };
    }

    private static string Days(Span span, Words w) => w[span.Kind == DayKind.Working ? "case.working_days" : "case.days", span.Days];

    private static string Why(string code) => "check.why." + code["check.".Length..];

    // What is done is signed by whoever did it; what is awaited bears the name of whoever has the case; the rest, of those whose turn will come.
    private static string? By(OneCase one, Domain.Cases.CheckItem item, Words w)
    {
        if (item.State == CheckState.Met) return StepOf(item) is { } step && CaseLoop.Last(one, step) is { } done ? $"{one.By(done.By, w)}　{w.ShortDay(done.On)}" : null;
        var hand = InHand.HandFor(item.Act);
        if (item.State == CheckState.Missing && InHand.Of(one.Case, one.Act.Today) is { } now && StepOf(item) == one.Case.Awaits && one.Case.Request is null) hand = now.Hand;
        return one.Named(hand, w);
    }

    // What the guards ask for is many hands' work: no one signature stands for it.
    private static Step? StepOf(Domain.Cases.CheckItem item) => item.Code.StartsWith("guard.", StringComparison.Ordinal) ? null : item.Step;
}
