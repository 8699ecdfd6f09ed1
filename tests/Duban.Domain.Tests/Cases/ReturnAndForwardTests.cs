using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases;

public sealed class ReturnAndForwardTests
{
    [Fact]
    public void A_granted_return_leaves_the_case_with_nobody_until_it_is_handed_over_again()
    {
        var story = Story.Full(Stage.HandedOver).When(Town.Liaison).Does(new AskReturn("不属本镇")).When(Town.Head).Does(new DecideReturn(true, "改交"));
        Assert.Equal(Stage.Returned, story.Case.Stage);
        Assert.Null(story.Case.Holding);
        Assert.Null(story.Case.TotalClock);
        story.When(Town.Liaison).IsRefused(new SignFor(), "rights.unit");
        story.When(Town.Clerk).Does(Do.HandOver(Town.NextTownship)).When(Town.Liaison).IsRefused(new SignFor(), "rights.unit");
    }

    [Fact]
    public void While_a_return_waits_the_checklist_names_the_decision_and_not_the_signing()
    {
        var story = Story.Full(Stage.HandedOver);
        Assert.Contains(("check.sign", CaseAct.SignFor), Checklist.Of(story.Case).Select(i => (i.Code, i.Act)));
        story.When(Town.Liaison).Does(new AskReturn("不属本镇"));
        var asked = Assert.Single(Checklist.Of(story.Case), i => i.Act is CaseAct.DecideReturn or CaseAct.SignFor);
        Assert.Equal(("check.decide_return", CaseAct.DecideReturn, CheckState.Missing), (asked.Code, asked.Act, asked.State));
        story.When(Town.Clerk).Does(new DecideReturn(false, "属地管理"));
        Assert.Contains("check.sign", Checklist.Of(story.Case).Select(i => i.Code));
    }

    [Fact]
    public void An_overruled_return_stays_with_the_unit_and_the_receipt_clock_starts_again()
    {
        var story = Story.Full(Stage.HandedOver).When(Town.Liaison).Does(new AskReturn("不属本镇")).Later(4);
        story.When(Town.Clerk).Does(new DecideReturn(false, "属地管理"));
        Assert.Equal((Stage.HandedOver, story.Today.AddDays(3)), (story.Case.Stage, story.Case.SignBy));
        Assert.Equal(DayOfWeek.Monday, story.Case.SignBy.DayOfWeek);
        Assert.Equal(Stage.Accepted, story.WalkTo(Stage.Accepted).Case.Stage);
    }

    [Fact]
    public void Nobody_decides_on_a_return_they_asked_for_or_of_their_own_unit()
    {
        var story = Story.Full(Stage.HandedOver).When(Town.Liaison).Does(new AskReturn("不属本镇"));
        story.When(Town.Liaison.As(Town.Clerk)).IsRefused(new DecideReturn(true, "同意"), "four_eyes.asked_for_it");
        story.When(Town.Clerk with { AlsoOf = [Town.Township.Path] }).IsRefused(new DecideReturn(true, "同意"), "four_eyes.working_unit");
    }

    [Fact]
    public void A_signed_case_cannot_be_returned() =>
        Story.Full(Stage.Accepted).When(Town.Liaison).IsRefused(new AskReturn("太难"), "case.stage");

    [Fact]
    public void A_county_forwards_to_its_township_and_stays_answerable()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.County)).When(Town.CountyLiaison).Does(new SignFor());
        story.When(Town.CountyLiaison).Does(new Forward(Town.Township, "请甘溪镇办理"));
        Assert.Equal((Town.Township.Path, Town.County.Path), (story.Case.Holding!.Unit, story.Case.Holding.HandedTo));
        story.WalkTo(Stage.Applied).When(Town.CountyLiaison.As(Town.Verifier)).IsRefused(Do.Verify(story.Today), "four_eyes.did_the_work");
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void A_unit_has_had_a_case_since_it_came_to_it_in_this_round()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.County));
        var handed = story.Today;
        story.Later(2).When(Town.CountyLiaison).Does(new SignFor());
        Assert.Equal((handed, handed), (story.Case.Holding!.Since, story.Case.Holding.HandedOn));
        story.Later(3).When(Town.CountyLiaison).Does(new Forward(Town.Township, "请甘溪镇办理"));
        Assert.Equal((story.Today, handed), (story.Case.Holding!.Since, story.Case.Holding.HandedOn));
        story.WalkTo(Stage.StruckOff).Later(100).When(Town.Clerk).Does(new ReportRelapse("群众来电", "又有扬尘", story.Today.AddDays(60)));
        Assert.Equal((story.Today, 2), (story.Case.Holding!.Since, story.Case.Round));
    }

    [Fact]
    public void A_return_that_is_overruled_was_never_given_up()
    {
        var story = Story.Full(Stage.HandedOver);
        var handed = story.Today;
        story.When(Town.Liaison).Does(new AskReturn("不属本镇")).Later(4).When(Town.Clerk).Does(new DecideReturn(false, "属地管理"));
        Assert.Equal(handed, story.Case.Holding!.Since);
    }

    [Fact]
    public void Forwarding_goes_down_only_within_the_forwarders_own_units()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.County)).When(Town.CountyLiaison).Does(new SignFor());
        story.When(Town.CountyLiaison).IsRefused(new Forward(Town.OtherCountysTownship, "推给邻县"), "forward.not_below");
        story.When(Town.CountyLiaison).IsRefused(new Forward(Town.County, ""), "forward.same", "field.required");
        story.When(Town.CountyLiaison).IsRefused(new Forward(Town.Township with { Active = false }, "办理"), "unit.dissolved");
        story.When(Town.CountyLiaison).Does(new Forward(Town.Township, "办理"));
        story.When(Town.Liaison).IsRefused(new Forward(Town.NextTownship, "推给邻镇"), "forward.not_below");
        story.When(Town.Liaison).Does(new Forward(Town.Village, "请村里办理"));
        story.When(Town.CountyLiaison).Does(new Forward(Town.NextTownship, "改由杨桥镇办理"));
    }

    [Fact]
    public void Forwarding_gives_no_fresh_clock()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.County)).When(Town.CountyLiaison).Does(new SignFor());
        var plan = story.Case.NodeClock;
        story.Later(5).When(Town.CountyLiaison).Does(new Forward(Town.Township, "办理"));
        Assert.Equal(plan, story.Case.NodeClock);
        Assert.Equal(Clock.For(Do.FirstDay, new Span(10, DayKind.Working)), plan);
    }

    [Fact]
    public void Only_a_living_unit_outside_the_office_is_handed_a_case()
    {
        var story = Story.Full(Stage.Graded);
        story.When(Town.Clerk).IsRefused(Do.HandOver(Town.Office), "handover.not_to_office");
        story.When(Town.Clerk).IsRefused(Do.HandOver(Town.Township with { Active = false }), "unit.dissolved");
        story.When(Town.Clerk).IsRefused(new HandOver(Town.Township, "", null), "field.required@slip", "handover.due_or_reason@due");
        story.When(Town.Clerk).IsRefused(Do.HandOver(Town.Township, Do.FirstDay.AddDays(-1)), "due.past@due");
        story.When(Town.Clerk).Does(new HandOver(Town.Township, "1号", null, NoDueReason: "长期坚持"));
        Assert.Null(story.Case.TotalClock);
    }
}
