using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases;

public sealed class InHandTests
{
    [Fact]
    public void A_case_is_in_the_hands_of_whoever_must_act_at_every_step_of_the_road()
    {
        var story = Story.Full();
        var road = new List<(Stage, Hand, CaseAct)>();
        while (story.Case.Stage != Stage.StruckOff)
        {
            if (At(story) is { } now) road.Add((story.Case.Stage, now.Hand, now.Act));
            story.Onward();
        }
        Assert.Equal(
        [
            (Stage.Registered, Hand.Office, CaseAct.Grade), (Stage.Graded, Hand.Office, CaseAct.HandOver), (Stage.HandedOver, Hand.Unit, CaseAct.SignFor),
            (Stage.Accepted, Hand.Unit, CaseAct.FilePlan), (Stage.Planned, Hand.Approver, CaseAct.ApprovePlan), (Stage.Rectifying, Hand.Unit, CaseAct.ReportProgress),
            (Stage.Applied, Hand.Verifier, CaseAct.VerifyForCounty), (Stage.CountyVerified, Hand.Office, CaseAct.DrawSample), (Stage.Satisfied, Hand.Office, CaseAct.PublishNotice),
            (Stage.OnNotice, Hand.Public, CaseAct.RaiseObjection), (Stage.Noticed, Hand.Acceptor, CaseAct.AcceptForCity), (Stage.CityAccepted, Hand.Office, CaseAct.StrikeOff),
        ], road);
        Assert.Null(At(story));
    }

    [Fact]
    public void Residents_have_it_until_the_last_has_answered_or_the_days_are_over()
    {
        var story = Story.Full(Stage.CountyVerified).Later(2).When(Town.Clerk).Does(new DrawSample(200, 30)).Answered(Answer.Yes, 29);
        Assert.Equal((Hand.Residents, story.Today, story.Today.AddDays(7)), (At(story)!.Hand, At(story)!.Since, At(story)!.Until!.Value));
        var last = story.Case.Survey!.AnswerBy;
        Assert.Equal(new InHand(Hand.Residents, CaseAct.AnswerSurvey, story.Today) { Until = last }, InHand.Of(story.Case, last));
        Assert.Equal(new InHand(Hand.Office, CaseAct.CloseSurvey, last.AddDays(1)), InHand.Of(story.Case, last.AddDays(5)));
        Assert.Equal(new InHand(Hand.Office, CaseAct.CloseSurvey, story.Today.AddDays(1)), At(story.Later(1).Answered(Answer.Yes, 1)));
    }

    [Fact]
    public void Too_few_answers_leave_the_office_to_draw_again()
    {
        var story = Story.Full(Stage.CountyVerified).When(Town.Clerk).Does(new DrawSample(200, 30)).Answered(Answer.Yes, 3).Later(9);
        Assert.Equal(new InHand(Hand.Office, CaseAct.DrawSample, Do.FirstDay.AddDays(8)), At(story));
        story.When(Town.Clerk).Does(new DrawSample(200, 27));
        Assert.Equal((Hand.Residents, story.Today), (At(story)!.Hand, At(story)!.Since));
    }

    [Fact]
    public void An_objection_is_the_offices_and_once_decided_the_notice_hangs_on()
    {
        var story = Story.Full(Stage.OnNotice).Later(2).When(Town.Villager).Does(new RaiseObjection("甲"));
        Assert.Equal(new InHand(Hand.Office, CaseAct.DecideObjection, story.Today), At(story));
        story.Later(1).When(Town.Clerk).Does(new DecideObjection("甲", false, "不属实"));
        var until = story.Case.Notice!.Until;
        Assert.Equal(new InHand(Hand.Public, CaseAct.RaiseObjection, story.Today) { Until = until }, At(story));
        Assert.Equal(new InHand(Hand.Office, CaseAct.EndNotice, until.AddDays(1)), InHand.Of(story.Case, until.AddDays(4)));
    }

    [Fact]
    public void What_was_asked_for_is_in_the_hands_of_whoever_decides_it()
    {
        var story = Story.Full(Stage.Rectifying).Later(3).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.LongTerm(Do.FirstDay.AddDays(90), "多年")));
        Assert.Equal(new InHand(Hand.Leader, CaseAct.DecideSideTrack, story.Today), At(story));
        story.Later(2).When(Town.Head).Does(new DecideSideTrack(false, "还能办完"));
        Assert.Equal(new InHand(Hand.Unit, CaseAct.ReportProgress, story.Today), At(story));
        var returned = Story.Full(Stage.HandedOver).Later(1).When(Town.Liaison).Does(new AskReturn("不在辖区"));
        Assert.Equal(new InHand(Hand.Office, CaseAct.DecideReturn, returned.Today), At(returned));
    }

    [Fact]
    public void A_hand_that_keeps_a_case_keeps_its_day_and_a_unit_below_begins_anew()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.County)).Later(1).When(Town.CountyLiaison).Does(new SignFor());
        Assert.Equal(Do.FirstDay, At(story)!.Since);
        story.Later(1).When(Town.CountyLiaison).Does(new Forward(Town.Township, "办理"));
        Assert.Equal(Do.FirstDay.AddDays(2), At(story)!.Since);
        Assert.Equal(Do.FirstDay, story.Case.Holding!.HandedOn);
    }

    [Fact]
    public void Every_hand_but_the_residents_is_somebodys_post_and_every_post_that_is_meant_has_the_right()
    {
        foreach (var hand in Enum.GetValues<Hand>())
        {
            var roles = Enum.GetValues<Role>().Where(role => InHand.Is(hand, role)).ToList();
            Assert.Equal((hand, hand is Hand.Residents or Hand.Public), (hand, roles.Count == 0));
        }
        foreach (var stage in Enum.GetValues<Stage>().Where(s => s is > Stage.Reported and < Stage.StruckOff and not (Stage.ReturnAsked or Stage.Returned or Stage.OnNotice)))
        {
            var story = Story.Full(stage);
            var now = At(story)!;
            var people = new[] { Town.Clerk, Town.Head, Town.Liaison, Town.Leader, Town.Verifier, Town.Acceptor }.Where(p => InHand.Is(now.Hand, p.Role)).ToList();
            Assert.NotEmpty(people);
            Assert.All(people, p => Assert.Null(Rights.Refusal(p, now.Act, story.Case.Holding?.Unit)));
            Assert.All(people, p => Assert.Null(Standing.Place(now.Act, story.Case)));
        }
    }

    [Fact]
    public void A_unit_at_work_is_told_what_is_missing_before_it_is_told_to_apply()
    {
        var story = Story.Full(Stage.Rectifying);
        Assert.Equal((Hand.Unit, CaseAct.ReportProgress), (At(story)!.Hand, At(story)!.Act));
        story.When(Town.Liaison).Does(Do.Done);
        Assert.Equal(CaseAct.FileEvidence, At(story)!.Act);
        Assert.Equal(CaseAct.ApplyForStrikeOff, At(story.Work())!.Act);
        var plain = Story.Short(Stage.Rectifying);
        Assert.Equal(CaseAct.FileEvidence, At(plain)!.Act);
        Assert.Equal(CaseAct.ApplyForStrikeOff, At(plain.Work())!.Act);
    }

    private static InHand? At(Story story) => InHand.Of(story.Case, story.Today);
}
