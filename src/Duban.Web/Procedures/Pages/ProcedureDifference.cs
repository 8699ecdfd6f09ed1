using Duban.Domain.Calendar;
using Duban.Domain.Procedures;
using Duban.Web.Shell;

namespace Duban.Web.Procedures.Pages;

/// <summary>What a version of a procedure says otherwise than the one before it: steps, times and rules, a line each.</summary>
/// <param name="was">The version before.</param>
/// <param name="now">The version.</param>
/// <param name="w">The reader's words.</param>
public sealed class ProcedureDifference(Procedure was, Procedure now, Words w)
{
    /// <summary>The lines; one that says so when nothing differs.</summary>
    public IReadOnlyList<string> Lines => field ??= [.. All().DefaultIfEmpty(w["procedure.diff.none"])];

    private IEnumerable<string> All() =>
    [
        .. Enum.GetValues<Step>().Select(OfStep).OfType<string>(),
        .. Field(w["procedure.diff.at_once"], Time(was.FixAtOnce), Time(now.FixAtOnce)),
        .. Switched(was.SelfCheck.MeasuresDone, now.SelfCheck.MeasuresDone, "procedure.guard.measures"),
        .. Switched(was.SelfCheck.BeforeEvidence, now.SelfCheck.BeforeEvidence, "procedure.guard.before"),
        .. Switched(was.SelfCheck.AfterEvidence, now.SelfCheck.AfterEvidence, "procedure.guard.after"),
        .. Switched(was.SelfCheck.SamePoints, now.SelfCheck.SamePoints, "procedure.guard.points"),
        .. Switched(was.SelfCheck.InterimSafety, now.SelfCheck.InterimSafety, "procedure.guard.interim"),
        .. Field(w.Name(Step.Survey), Asked(was.Survey), Asked(now.Survey)),
        .. was.Lights != now.Lights ? new[] { w["procedure.diff.lights"] } : [],
        .. was.ExtensionNoticeDays != now.ExtensionNoticeDays ? new[] { w["procedure.diff.on", Extension(now)] } : [],
        .. Field(w["procedure.source"], was.Source, now.Source),
    ];

    private string? OfStep(Step step) => (was.Find(step), now.Find(step)) switch
    {
        (null, { }) => w["procedure.diff.on", w.Name(step)],
        ({ }, null) => w["procedure.diff.off", w.Name(step)],
        ({ Clock: var before }, { Clock: var after }) when before != after => w["procedure.diff.clock", w.Name(step), Time(before), Time(after)],
        _ => null,
    };

    private IEnumerable<string> Field(string name, string before, string after) => before == after ? [] : [w["procedure.diff.field", name, before, after]];

    private IEnumerable<string> Switched(bool before, bool after, string key) => before == after ? [] : [w[after ? "procedure.diff.on" : "procedure.diff.off", w[key]]];

    private string Time(Span? span) => span is { } given ? SetupWords.Of(given, w) : w["procedure.diff.unlimited"];

    private string Asked(SurveyRule? rule) => rule is { } s ? w["procedure.guard.survey", s.Sample, s.MinimumAnswers, s.Threshold * 100, s.AnswerDays] : w["procedure.diff.unlimited"];

    private string Extension(Procedure p) => p.ExtensionNoticeDays > 0 ? w["procedure.guard.extension", p.ExtensionNoticeDays] : w["procedure.guard.extension_any"];
}
