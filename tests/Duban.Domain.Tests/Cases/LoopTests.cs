using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases;

public sealed class LoopTests
{
    [Fact]
    public void A_case_of_the_mine_area_walks_every_stage_in_order()
    {
        Stage[] road =
        [
            Stage.Reported, Stage.Registered, Stage.Graded, Stage.HandedOver, Stage.Accepted, Stage.Planned, Stage.Rectifying, Stage.Applied,
            Stage.CountyVerified, Stage.Satisfied, Stage.OnNotice, Stage.Noticed, Stage.CityAccepted, Stage.StruckOff,
        ];
        var story = Story.Full().When(Town.Villager).Does(new ReportLead("12345热线", "水变黄了", "井水发黄", new Place("石岗村")));
        foreach (var stage in road) Assert.Equal(stage, story.WalkTo(stage).Case.Stage);
        Assert.Equal(("JL-001", 1, 0), (story.Case.Number, story.Case.Round, story.Case.Relapses));
        Assert.Equal(story.Past.Count, story.Case.Version);
    }

    [Fact]
    public void A_small_hazard_needs_no_plan_no_survey_and_no_notice_but_other_eyes()
    {
        Stage[] road = [Stage.Registered, Stage.Graded, Stage.HandedOver, Stage.Rectifying, Stage.Applied, Stage.CountyVerified, Stage.StruckOff];
        var story = Story.Short();
        foreach (var stage in road) Assert.Equal(stage, story.WalkTo(stage).Case.Stage);
    }

    [Fact]
    public void A_case_waits_for_the_next_step_its_procedure_chose()
    {
        Assert.Equal(Step.Survey, Story.Full(Stage.CountyVerified).Case.Awaits);
        Assert.Equal(Step.StrikeOff, Story.Short(Stage.CountyVerified).Case.Awaits);
        Assert.Equal(Step.LookBack, Story.Full(Stage.StruckOff).Case.Awaits);
    }

    [Fact]
    public void A_list_that_states_the_level_is_registered_and_graded_in_one_act()
    {
        var story = Story.Short().When(Town.Clerk).Does(Do.Register with { Level = Level.Major });
        Assert.Equal((Stage.Graded, Level.Major), (story.Case.Stage, story.Case.Level!.Value));
    }

    [Fact]
    public void A_rejected_verification_goes_back_to_the_same_round()
    {
        var story = Story.Full(Stage.Applied);
        story.When(Town.Verifier).Does(Do.Verify(story.Today, passed: false));
        Assert.Equal((Stage.Rectifying, 1, 1), (story.Case.Stage, story.Case.Round, story.Case.Rejections));
        Assert.Null(story.WalkTo(Stage.Applied).Case.CountyVerifier);
    }

    [Fact]
    public void A_city_refusal_makes_county_residents_and_notice_look_again()
    {
        var story = Story.Full(Stage.Noticed).When(Town.Acceptor).Does(Do.Accept(passed: false));
        Assert.Equal((Stage.Rectifying, 1), (story.Case.Stage, story.Case.Rejections));
        Assert.Null(story.Case.CountyVerifier);
        Assert.Null(story.Case.Survey);
        Assert.Null(story.Case.Notice);
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void A_plan_sent_back_is_written_again_and_is_no_plan_until_approved()
    {
        var story = Story.Full(Stage.Planned).When(Town.Head).Does(new DecidePlan(false, "缺资金来源"));
        Assert.Equal(Stage.Accepted, story.Case.Stage);
        story.When(Town.Liaison).IsRefused(Do.Apply, "case.stage", "guard.plan_sent_back", "guard.measures", "guard.before", "guard.after", "guard.nothing_to_compare");
        Assert.Equal(Stage.Rectifying, story.WalkTo(Stage.Rectifying).Case.Stage);
    }

    [Fact]
    public void A_new_plan_while_working_is_approved_anew_and_starts_from_nothing()
    {
        var story = Story.Full(Stage.Rectifying).Work().When(Town.Liaison).Does(Do.Plan());
        Assert.Equal((Stage.Planned, 0), (story.Case.Stage, story.Case.Progress["M1"]));
        Assert.Null(story.Case.Approver);
        story.When(Town.Liaison).IsRefused(Do.Apply, "case.stage", "guard.plan", "guard.measures");
    }

    [Fact]
    public void A_relapse_found_by_looking_back_keeps_the_number_and_begins_another_round()
    {
        var story = Story.Full(Stage.StruckOff).Later(90);
        story.When(Town.Verifier).Does(new LookBack(true, Do.Visit(story.Today)));
        Assert.Equal(Stage.StruckOff, story.Case.Stage);
        story.When(Town.SecondVerifier).IsRefused(new LookBack(false, Do.Visit(story.Today)), "relapse.due");
        story.When(Town.SecondVerifier).Does(new LookBack(false, Do.Visit(story.Today), story.Today.AddDays(30)));
        Assert.Equal((Stage.Accepted, "JL-001", 2, 1), (story.Case.Stage, story.Case.Number, story.Case.Round, story.Case.Relapses));
        Assert.Equal(story.Today.AddDays(30), story.Case.TotalClock!.Named);
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void A_relapse_is_also_known_from_a_report_or_a_reading()
    {
        var story = Story.Short(Stage.StruckOff).Later(20);
        story.When(Town.Clerk).Does(new ReportRelapse("在线监测", "pH 4.1", story.Today.AddDays(10)));
        Assert.Equal((Stage.Rectifying, 2, 1), (story.Case.Stage, story.Case.Round, story.Case.Relapses));
    }

    [Fact]
    public void What_the_registration_got_wrong_can_be_corrected_until_it_is_applied_for()
    {
        var story = Story.Full(Stage.Rectifying).When(Town.Clerk).Does(new Correct(Do.Tailings with { Title = "石岗村矿洞涌水" }, "地名有误"));
        Assert.Equal("石岗村矿洞涌水", story.Case.Matter!.Title);
        story.WalkTo(Stage.Applied).When(Town.Clerk).IsRefused(new Correct(Do.Tailings, "改回"), "case.stage");
    }

    [Fact]
    public void A_deadline_can_be_corrected_until_the_hand_over_makes_it_a_clock()
    {
        var dated = Do.Tailings with { ProposedDue = new(2021, 3, 1) };
        var story = new Story(Story.FullPath).When(Town.Clerk).Does(new Register("JL-001", "JL", dated));
        story.When(Town.Clerk).IsRefused(new Correct(dated with { ProposedDue = new(2021, 3, 2) }, "录错了"), "due.past@proposedDue");
        story.When(Town.Clerk).IsRefused(new Correct(Do.Tailings with { DueWords = "3月31日前" }, "录错了"), "handover.reason_is_day@dueWords");
        story.When(Town.Clerk).IsRefused(new Correct(Do.Tailings with { DueWords = "待定" }, "录错了"), "handover.reason_says_nothing@dueWords");
        // The day that nobody touches does not stand in the way of the rest.
        story.When(Town.Clerk).Does(new Correct(dated with { Title = "石岗村矿洞涌水" }, "地名有误"));
        var right = dated with { ProposedDue = new(2021, 4, 30) };
        story.When(Town.Clerk).Does(new Correct(right, "录错了"));
        Assert.Equal(right.ProposedDue, story.Case.Matter!.ProposedDue);
        story.WalkTo(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.Township, right.ProposedDue))
            .When(Town.Clerk).IsRefused(new Correct(right with { ProposedDue = new(2021, 6, 30) }, "宽限"), "correct.handed_over@proposedDue");
    }
}
