using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
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
        var why = !guard && item.State != CheckState.Met && w.Knows(Why(item.Code))
            ? w[Why(item.Code), [.. item.Gap.Args.Select(arg => arg is Span span ? Days(span, w) : arg)]] : null;
        var path = item.State == CheckState.Missing ? CaseActs.PathOf(one, item.Act) : null;
        return new(item.State switch { CheckState.Missing => CheckPart.Missing, CheckState.Waiting => CheckPart.Waiting, _ => CheckPart.Ready }, what, why)
        {
            Act = path is null ? null : (CaseActs.Text(item.Act, w), path),
            By = w[Who(item.Act)],
            Basis = w["basis.procedure"],
            Unverified = one.Case.Procedure.Unverified,
        };
    }

    private static string Days(Span span, Words w) => w[span.Kind == DayKind.Working ? "case.working_days" : "case.days", span.Days];

    private static string Why(string code) => "check.why." + code["check.".Length..];

    private static string Who(CaseAct act) => act switch
    {
        CaseAct.SignFor or CaseAct.FilePlan or CaseAct.ReportProgress or CaseAct.FileEvidence or CaseAct.ApplyForStrikeOff => "who.unit",
        CaseAct.VerifyForCounty => "who.verifier",
        CaseAct.AcceptForCity or CaseAct.ApprovePlan => "who.acceptor",
        _ => "who.office",
    };
}
