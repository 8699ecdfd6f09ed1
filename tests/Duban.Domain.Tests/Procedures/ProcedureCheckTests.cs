using System.Text.RegularExpressions;
using Duban.Domain.Calendar;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Procedures;

/// <summary>Every reason against a procedure, each alone and at its field.</summary>
public sealed class ProcedureCheckTests
{
    private static readonly Procedure Full = ProcedureFile.Shipped[0];
    private static readonly Procedure Short = ProcedureFile.Shipped[1];

    private static readonly Dictionary<string, (string Field, Procedure Bad)> Wrongs = new()
    {
        ["field.required"] = ("code", Full with { Code = " " }),
        ["field.too_long"] = ("source", Full with { Source = new string('据', 501) }),
        ["procedure.version"] = ("version", Full with { Version = 0 }),
        ["procedure.order"] = ("steps", Full with { Steps = [.. Full.Steps.Reverse()] }),
        ["procedure.plan_and_approval"] = ("steps", Full with { Steps = [.. Full.Steps.Where(s => s.Step != Step.ApprovePlan)] }),
        ["procedure.survey"] = ("survey", Full with { Survey = null }),
        ["procedure.evidence"] = ("selfCheck.afterEvidence", Full with { SelfCheck = Full.SelfCheck with { AfterEvidence = false } }),
        ["procedure.measures_without_plan"] = ("selfCheck.measuresDone", Short with { SelfCheck = Short.SelfCheck with { MeasuresDone = true } }),
        ["procedure.notice_days"] = ("steps", With(Step.Notice, null)),
        ["procedure.step_missing"] = ("steps", Full with { Steps = [.. Full.Steps.Where(s => s.Step != Step.CountyVerify)] }),
        ["procedure.clock"] = ("steps", With(Step.Plan, new Span(3661, DayKind.Natural))),
        ["procedure.fix_at_once"] = ("fixAtOnce", Short with { FixAtOnce = new Span(31, DayKind.Working) }),
        ["procedure.sample"] = ("survey.sample", Full with { Survey = Full.Survey! with { Sample = 1001 } }),
        ["procedure.minimum"] = ("survey.minimumAnswers", Full with { Survey = Full.Survey! with { MinimumAnswers = Full.Survey.Sample + 1 } }),
        ["procedure.threshold"] = ("survey.threshold", Full with { Survey = Full.Survey! with { Threshold = 0.5m } }),
        ["procedure.answer_days"] = ("survey.answerDays", Full with { Survey = Full.Survey! with { AnswerDays = 61 } }),
    };

    public static TheoryData<string> Codes => [.. Wrongs.Keys];

    [Theory, MemberData(nameof(Codes))]
    public void A_procedure_wrong_in_one_thing_hears_of_that_thing_alone(string code)
    {
        var (field, bad) = Wrongs[code];
        var reason = Assert.Single(ProcedureCheck.Of(bad));
        Assert.Equal((code, field), (reason.Code, reason.Field));
    }

    [Fact]
    public void Every_reason_the_check_can_give_is_tried_here()
    {
        var source = Repository.Text("src/Duban.Domain/Procedures/ProcedureCheck.cs");
        var given = Regex.Matches(source, "\"(procedure\\.[a-z_]+)\"").Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(given, Wrongs.Keys.Where(k => k.StartsWith("procedure.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, 1, 1.0, 1), InlineData(1000, 1000, 0.51, 60)]
    public void The_bounds_of_a_survey_are_within_it(int sample, int minimum, double threshold, int days) =>
        Assert.Empty(ProcedureCheck.Of(Full with { Survey = new SurveyRule(sample, minimum, (decimal)threshold, days) }));

    [Theory, InlineData(0), InlineData(3660)]
    public void The_bounds_of_a_clock_are_within_it(int days) => Assert.Empty(ProcedureCheck.Of(With(Step.Plan, new Span(days, DayKind.Working))));

    private static Procedure With(Step step, Span? clock) => Full with { Steps = [.. Full.Steps.Select(s => s.Step == step ? s with { Clock = clock } : s)] };
}
