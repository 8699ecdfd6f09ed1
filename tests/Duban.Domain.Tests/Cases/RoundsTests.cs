using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Domain.Tests.Cases;

/// <summary>The rounds of a case, as an auditor reads them afterwards.</summary>
public sealed class RoundsTests
{
    [Fact]
    public void A_case_that_nothing_happened_to_has_no_round_and_a_lead_has_one_nobody_works_on()
    {
        Assert.Empty(Story.Full().Rounds);
        var lead = Assert.Single(Story.Full(Stage.Registered).Rounds);
        Assert.Equal((1, null, null, null), (lead.Number, lead.Began, lead.Ended, lead.Days(Do.FirstDay)));
    }

    [Fact]
    public void A_relapse_ends_no_round_but_begins_one_and_the_first_stays_as_it_was_struck_off()
    {
        var story = Story.Full(Stage.StruckOff);
        var struckOff = story.Today;
        story.Later(90).When(Town.Verifier).Does(new LookBack(false, Do.Visit(story.Today), story.Today.AddDays(30)));
        var (first, second) = (story.Rounds[0], story.Rounds[1]);
        Assert.Equal(2, story.Rounds.Count);
        Assert.Equal((typeof(CaseEvent.StruckOff), struckOff), (first.Ended!.Event.GetType(), first.Ended.On));
        Assert.Equal((struckOff.DayNumber - Do.FirstDay.DayNumber, 0), (first.Days(story.Today), first.DaysLate(story.Today, WorkCalendar.China)));
        Assert.Equal(("涌水达标", Town.Leader.Person, 100), (first.Stood.Plan!.Goals, first.Stood.Plan.Leader, first.Stood.Progress["M1"]));
        Assert.Equal(["before", "after-1"], first.Stood.Evidence.Select(e => e.Sha256));
        Assert.Equal((30, 0, 0, 0, true), (first.Surveys[0].Yes, first.Surveys[0].Partly, first.Surveys[0].No, first.Surveys[0].Silent, first.Surveys[0].Passed));
        Assert.Equal(("同意", "各项措施完成，申请销号", "同意", "同意销号"), (first.PlanApproved!.Words, first.Applications[0].Words, first.CityDecisions[0].Words, first.StruckOff!.Words));
        Assert.Equal([false], first.LookBacks.Select(seen => seen.Passed));
        Assert.Equal((story.Today, typeof(CaseEvent.Relapsed)), (second.From, second.Began!.Event.GetType()));
        Assert.Null(second.Stood.Plan);
        Assert.Null(second.Ended);
        Assert.Equal(["before"], second.Stood.Evidence.Select(e => e.Sha256));
        Assert.Equal((5, 0), (second.Days(story.Today.AddDays(5)), second.DaysLate(story.Today.AddDays(5), WorkCalendar.China)));
    }

    [Fact]
    public void Residents_who_are_not_satisfied_end_a_round_with_their_count_in_it()
    {
        var story = Story.Full(Stage.CountyVerified).When(Town.Clerk).Does(new DrawSample(200, 30)).Answered(Answer.Yes, 3).Answered(Answer.Partly, 4).Answered(Answer.No, 23);
        story.When(Town.Clerk).Does(new CloseSurvey());
        var first = story.Rounds[0];
        Assert.Equal(new SurveyCount(30, first.Surveys[0].AnswerBy, 3, 4, 23, false) { Closed = story.Today }, first.Surveys[0]);
        Assert.IsType<CaseEvent.SurveyClosed>(first.Ended!.Event);
        Assert.Same(first.Ended, story.Rounds[1].Began);
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Rounds[1].Stood.Stage);
    }

    [Fact]
    public void A_survey_that_runs_shows_the_answers_so_far_and_one_drawn_again_is_still_one()
    {
        var story = Story.Full(Stage.CountyVerified).When(Town.Clerk).Does(new DrawSample(200, 30)).Answered(Answer.Yes, 4);
        var running = Assert.Single(story.Rounds[0].Surveys);
        Assert.Equal((30, 4, 26, null), (running.Size, running.Yes, running.Silent, running.Passed));
        story.Later(60).When(Town.Clerk).Does(new DrawSample(200, 30));
        Assert.Equal((34, story.Case.Survey!.AnswerBy), (Assert.Single(story.Rounds[0].Surveys).Size, story.Rounds[0].Surveys[0].AnswerBy));
    }

    [Fact]
    public void Objections_stand_with_their_notice_and_the_upheld_one_ends_the_round()
    {
        var story = Story.Full(Stage.OnNotice);
        foreach (var reference in new[] { "YY-1", "YY-2", "YY-3" }) story.When(Town.Villager).Does(new RaiseObjection(reference));
        story.When(Town.Clerk).Does(new DecideObjection("YY-1", false, "现场无此情况"));
        story.When(Town.Clerk).Does(new DecideObjection("YY-2", true, "确有渗漏"));
        var notice = Assert.Single(story.Rounds[0].Notices);
        Assert.Equal(["YY-1 False 现场无此情况", "YY-2 True 确有渗漏", "YY-3  "], notice.Objections.Select(o => $"{o.Reference} {o.Decision?.Passed} {o.Decision?.Words}"));
        Assert.Null(notice.Ended);
        Assert.Equal((Do.NoticeText, 2), (notice.Text, story.Rounds.Count));
        Assert.IsType<CaseEvent.ObjectionUpheld>(story.Rounds[0].Ended!.Event);
    }

    [Fact]
    public void What_a_verifier_or_the_city_sent_back_is_the_same_round_with_every_visit_in_it()
    {
        var story = Story.Full(Stage.Applied).When(Town.Verifier).Does(Do.Verify(Do.FirstDay, passed: false));
        story.WalkTo(Stage.Noticed).When(Town.Acceptor).Does(Do.Accept(passed: false)).WalkTo(Stage.StruckOff);
        var round = Assert.Single(story.Rounds);
        Assert.Equal([false, true, true], round.Verifications.Select(v => v.Passed));
        Assert.Equal([false, true], round.CityDecisions.Select(d => d.Passed));
        Assert.Equal((3, 2, 2), (round.Applications.Count, round.Surveys.Count, round.Notices.Count));
    }

    [Fact]
    public void A_round_that_ran_over_its_time_says_by_how_many_days_and_an_extension_counts()
    {
        var story = Story.Short(Stage.Rectifying);
        var due = story.Case.TotalClock!.Named!.Value;
        story.When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Extension(due.AddDays(22), "汛期"))).When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        story.Later(due.DayNumber - story.Today.DayNumber + 12);
        Assert.Equal((0, due.AddDays(22)), (story.Rounds[0].DaysLate(story.Today, WorkCalendar.China), story.Rounds[0].Due(WorkCalendar.China)));
        Assert.IsType<SideTrack.Extension>(Assert.Single(story.Rounds[0].Tracks).Track);
        story.Later(15);
        Assert.Equal(5, story.Rounds[0].DaysLate(story.Today, WorkCalendar.China));
        story.WalkTo(Stage.StruckOff).Later(100);
        Assert.Equal((5, due.AddDays(27).DayNumber - Do.FirstDay.DayNumber), (story.Rounds[0].DaysLate(story.Today, WorkCalendar.China), story.Rounds[0].Days(story.Today)));
    }

    [Fact]
    public void A_case_kept_up_for_years_left_the_road_before_the_review_that_takes_it_back()
    {
        var story = Story.Full(Stage.Rectifying);
        story.When(Town.Liaison).Does(new AskSideTrack(new SideTrack.LongTerm(Do.FirstDay.AddDays(180), "水质多年波动"))).When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        var since = story.Today;
        story.Later(180).When(Town.Head).Does(new ReviewLongTerm(true, "又超标") { NewDue = story.Today.AddDays(60) });
        Assert.Equal((typeof(CaseEvent.SideTrackGranted), since), (story.Rounds[0].Ended!.Event.GetType(), story.Rounds[0].Ended!.On));
        Assert.IsType<CaseEvent.LongTermReviewed>(story.Rounds[1].Began!.Event);
    }

    [Fact]
    public void Days_on_which_a_reporter_said_it_is_still_there_belong_to_the_round_that_was_struck_off()
    {
        var story = Story.Full(Stage.StruckOff).Later(5).When(Town.Villager).Does(new SayNotFixed("XS-1"));
        Assert.Equal([story.Today], story.Rounds[0].NotFixed);
    }
}
