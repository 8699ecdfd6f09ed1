using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Domain.Tests.Cases;

public sealed class SurveyAndNoticeTests
{
    private static Story Asked(int affected = 200, int size = 30) => Story.Full(Stage.CountyVerified).When(Town.Clerk).Does(new DrawSample(affected, size));

    [Fact]
    public void Nine_of_ten_satisfied_are_enough_and_one_fewer_begins_another_round()
    {
        var passed = Asked().Answered(Answer.Yes, 27).Answered(Answer.Partly, 2).Answered(Answer.No, 1).When(Town.Clerk).Does(new CloseSurvey());
        Assert.Equal(Stage.Satisfied, passed.Case.Stage);
        var failed = Asked().Answered(Answer.Yes, 26).Answered(Answer.Partly, 4).When(Town.Clerk).Does(new CloseSurvey());
        Assert.Equal((Stage.Accepted, 2, 0), (failed.Case.Stage, failed.Case.Round, failed.Case.Relapses));
        Assert.Equal(new CaseEvent.SurveyClosed(26, 4, 0, 0, false), failed.Past[^1]);
        Assert.Equal(Stage.StruckOff, failed.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void A_failed_round_spends_its_proof_but_keeps_the_state_before()
    {
        var story = Asked().Answered(Answer.No, 30).When(Town.Clerk).Does(new CloseSurvey());
        Assert.Equal(["before"], story.Case.Evidence.Select(e => e.Sha256));
        Assert.Empty(story.Case.Progress);
        story.WalkTo(Stage.Rectifying).When(Town.Liaison).IsRefused(Do.Photo(EvidenceKind.After, "after-1"), "evidence.spent");
        story.When(Town.Liaison).IsRefused(new FileEvidence(new Evidence(EvidenceKind.After, "old", "old.jpg", "image/jpeg", 9, "矿洞口", Do.FirstDay.AddDays(-1))), "evidence.before_round");
        story.When(Town.Liaison).Does(Do.Photo(EvidenceKind.After, "after-2"));
    }

    [Fact]
    public void A_count_waits_for_the_last_day_or_the_last_answer()
    {
        var story = Asked().Answered(Answer.Yes, 20);
        story.When(Town.Clerk).IsRefused(new CloseSurvey(), "survey.running");
        story.Later(7).When(Town.Clerk).IsRefused(new CloseSurvey(), "survey.running");
        story.Later(1).When(Town.Clerk).Does(new CloseSurvey());
    }

    [Fact]
    public void Too_few_answers_ask_the_silent_again_and_never_forget_an_answer()
    {
        var story = Asked().Answered(Answer.No, 19);
        story.When(Town.Clerk).IsRefused(new DrawSample(200, 30), "survey.running");
        story.Later(8).When(Town.Clerk).IsRefused(new CloseSurvey(), "survey.too_few");
        story.When(Town.Clerk).IsRefused(new DrawSample(200, 5), "survey.size");
        story.When(Town.Clerk).Does(new DrawSample(200, 11));
        Assert.Equal((30, 19), (story.Case.Survey!.Size, story.Case.Survey.Answers.Count));
        story.Answered(Answer.Yes, 11).When(Town.Clerk).Does(new CloseSurvey());
        Assert.Equal((Stage.Accepted, 2), (story.Case.Stage, story.Case.Round));
    }

    [Fact]
    public void A_survey_whose_days_are_over_is_closed_before_another_is_drawn() =>
        Asked().Answered(Answer.Yes, 25).Later(8).When(Town.Clerk).IsRefused(new DrawSample(200, 30), "survey.to_close");

    [Fact]
    public void Nobody_affected_is_one_mistake_and_not_two() =>
        Story.Full(Stage.CountyVerified).When(Town.Clerk).IsRefused(new DrawSample(0, 30), "survey.affected");

    [Fact]
    public void Where_few_are_affected_all_are_asked()
    {
        Story.Full(Stage.CountyVerified).When(Town.Clerk).IsRefused(new DrawSample(4, 3), "survey.size");
        Story.Full(Stage.CountyVerified).When(Town.Clerk).IsRefused(new DrawSample(4, 5), "survey.more_than_affected");
        Story.Full(Stage.CountyVerified).When(Town.Clerk).IsRefused(new DrawSample(0, 0), "survey.affected", "survey.size");
        Assert.Equal(new CaseEvent.SampleDrawn(4, Do.FirstDay.AddDays(7)) { Affected = 4 }, Story.Full(Stage.CountyVerified).When(Town.Clerk).Does(new DrawSample(4)).Past[^1]);
        var story = Asked(4, 4).Answered(Answer.Yes, 3);
        Assert.Equal(4, Assert.IsType<CaseEvent.SampleDrawn>(story.Past[^4]).Affected);
        story.Later(8).When(Town.Clerk).IsRefused(new CloseSurvey(), "survey.too_few");
        story = Asked(4, 4).Answered(Answer.Yes, 4);
        Assert.Equal(Stage.Satisfied, story.When(Town.Clerk).Does(new CloseSurvey()).Case.Stage);
    }

    [Fact]
    public void One_code_answers_once_and_in_time()
    {
        var story = Asked().When(Town.Villager).Does(new AnswerSurvey("甲", Answer.No));
        story.When(Town.Villager).IsRefused(new AnswerSurvey("甲", Answer.Yes), "survey.answered");
        story.When(Town.Villager).IsRefused(new AnswerSurvey("", Answer.Yes), "field.required@code");
        story.When(Town.Liaison).IsRefused(new AnswerSurvey("乙", Answer.Yes), "rights.role");
        story.Later(8).When(Town.Villager).IsRefused(new AnswerSurvey("乙", Answer.Yes), "survey.over");
        Asked().Answered(Answer.Yes, 30).When(Town.Villager).IsRefused(new AnswerSurvey("丙", Answer.No), "survey.full");
    }

    [Fact]
    public void A_notice_hangs_five_working_days_after_the_day_it_is_published()
    {
        var story = Story.Full(Stage.OnNotice);
        Assert.Equal(7, story.Case.Notice!.Until.DayNumber - story.Today.DayNumber);
        story.Later(7).When(Town.Clerk).IsRefused(new EndNotice(), "notice.running");
        Assert.Equal(Stage.Noticed, story.Later(1).When(Town.Clerk).Does(new EndNotice()).Case.Stage);
    }

    [Fact]
    public void A_notice_is_due_on_the_first_working_day_on_which_it_can_be_ended_and_late_only_after_it()
    {
        // Published on a Friday, it hangs until the Friday after; the office is back on Monday.
        var story = Story.Full(Stage.Satisfied).Later(4).WalkTo(Stage.OnNotice);
        var (until, clock) = (story.Case.Notice!.Until, story.Case.NodeClock!);
        var due = clock.DueDate(Duban.Domain.Calendar.WorkCalendar.China)!.Value.Date;
        Assert.Equal((DayOfWeek.Friday, until.AddDays(3)), (until.DayOfWeek, due));
        Assert.False(clock.Read(due, Duban.Domain.Calendar.WorkCalendar.China).Overdue);
        story.Later(7).When(Town.Clerk).IsRefused(new EndNotice(), "notice.running");
        story.Later(3).When(Town.Clerk).Does(new EndNotice());
    }

    [Fact]
    public void A_notice_counted_in_calendar_days_is_due_the_day_after_its_last()
    {
        var steps = Story.FullPath.Steps.Select(s => s.Step == Duban.Domain.Procedures.Step.Notice ? s with { Clock = new(7, Duban.Domain.Calendar.DayKind.Natural) } : s);
        var story = new Story(Story.FullPath with { Steps = [.. steps] }).WalkTo(Stage.OnNotice);
        Assert.Equal(story.Case.Notice!.Until.AddDays(1), story.Case.NodeClock!.DueDate(Duban.Domain.Calendar.WorkCalendar.China)!.Value.Date);
    }

    [Fact]
    public void An_upheld_objection_begins_another_round()
    {
        var story = Story.Full(Stage.OnNotice).When(Town.Villager).Does(new RaiseObjection("o1")).When(Town.Head).Does(new DecideObjection("o1", true, "属实"));
        Assert.Equal((Stage.Accepted, 2), (story.Case.Stage, story.Case.Round));
        Assert.Null(story.Case.Notice);
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void A_notice_does_not_end_over_an_open_objection()
    {
        var story = Story.Full(Stage.OnNotice).When(Town.Villager).Does(new RaiseObjection("o1")).When(Town.Villager).Does(new RaiseObjection("o2")).Later(10);
        story.When(Town.Clerk).IsRefused(new EndNotice(), "notice.open_objections");
        story.When(Town.Clerk).Does(new DecideObjection("o1", false, "不属实")).When(Town.Clerk).IsRefused(new EndNotice(), "notice.open_objections");
        story.When(Town.Clerk).Does(new DecideObjection("o2", false, "不属实")).When(Town.Clerk).Does(new EndNotice());
    }

    [Fact]
    public void Objections_are_raised_in_time_once_and_decided_by_their_reference()
    {
        var story = Story.Full(Stage.OnNotice);
        story.When(Town.Clerk).IsRefused(new DecideObjection("o1", true, "属实"), "notice.no_objection");
        story.When(Town.Villager).Does(new RaiseObjection("o1")).When(Town.Villager).IsRefused(new RaiseObjection("o1"), "notice.objection_known");
        story.When(Town.Clerk).IsRefused(new DecideObjection("o9", true, ""), "notice.no_such_objection", "field.required@opinion");
        story.Later(8).When(Town.Villager).IsRefused(new RaiseObjection("o2"), "notice.over");
    }

    [Fact]
    public void Who_reported_a_struck_off_problem_says_once_that_it_is_still_there_and_the_office_goes_and_looks()
    {
        var story = Story.Full(Stage.StruckOff).Later(3);
        story.When(Town.Clerk).IsRefused(new SayNotFixed("XS-001-1"), "rights.role");
        story.When(Town.Villager).Does(new SayNotFixed("XS-001-1")).When(Town.Villager).IsRefused(new SayNotFixed("XS-001-1"), "not_fixed.known");
        Assert.Equal((Stage.StruckOff, 1), (story.Case.Stage, story.Case.NotFixed.Count));
        story.When(Town.SecondVerifier).IsRefused(new LookBack(true, Do.Visit(story.Today.AddDays(-1))), "look_back.before_report@on");
        story.When(Town.SecondVerifier).Does(new LookBack(true, Do.Visit(story.Today)));
        Assert.Empty(story.Case.NotFixed);
        story.When(Town.Villager).Does(new SayNotFixed("XS-002-1")).When(Town.Clerk).Does(new ReportRelapse("群众反映", "雨天又黄了", story.Today.AddDays(30)));
        Assert.Equal((Stage.Accepted, 2, 0), (story.Case.Stage, story.Case.Round, story.Case.NotFixed.Count));
        story.When(Town.Villager).IsRefused(new SayNotFixed("XS-001-2"), "case.stage");
    }
}
