using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Domain.Tests.Cases;

public sealed class SideTrackTests
{
    private static readonly DateOnly Due = Do.FirstDay.AddDays(120);

    [Fact]
    public void An_extension_is_asked_for_by_the_unit_and_signed_by_the_head()
    {
        var story = Story.Full(Stage.Rectifying).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Extension(Due.AddDays(30), "雨季停工")));
        Assert.Equal(Due, DueOf(story));
        story.When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.Equal(Due.AddDays(30), DueOf(story));
        Assert.Null(story.Case.Request);
    }

    [Fact]
    public void A_refused_extension_moves_nothing()
    {
        var story = Story.Full(Stage.Rectifying).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Extension(Due.AddDays(30), "雨季停工")));
        story.When(Town.Head).Does(new DecideSideTrack(false, "理由不充分"));
        Assert.Equal(Due, DueOf(story));
    }

    [Fact]
    public void An_extension_is_asked_for_twenty_working_days_ahead_and_never_after_expiry()
    {
        var ask = new AskSideTrack(new SideTrack.Extension(Due.AddDays(30), "雨季停工"));
        var story = Story.Full(Stage.Rectifying).Later(110);
        story.When(Town.Liaison).IsRefused(ask, "extension.too_late");
        story.Later(11).When(Town.Liaison).IsRefused(ask, "extension.after_expiry");
        Story.Full(Stage.Rectifying).When(Town.Liaison).IsRefused(new AskSideTrack(new SideTrack.Extension(Due, "")), "extension.not_later@to", "field.required@reason");
    }

    [Fact]
    public void A_case_without_a_due_date_cannot_be_extended()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(new HandOver(Town.Township, "1号", null, NoDueReason: "长期坚持"));
        story.WalkTo(Stage.Rectifying).When(Town.Liaison).IsRefused(new AskSideTrack(new SideTrack.Extension(Due, "等设备")), "extension.no_clock");
    }

    [Fact]
    public void A_pause_moves_the_due_date_and_ends_early_when_resumed()
    {
        var story = Story.Full(Stage.Rectifying).Later(1);
        story.When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Pause(story.Today, story.Today.AddDays(19), "汛期"))).When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.Equal(Due.AddDays(20), DueOf(story));
        story.Later(5).When(Town.Head).Does(new Resume("汛期结束"));
        Assert.Equal(Due.AddDays(5), DueOf(story));
        story.When(Town.Liaison).IsRefused(new Resume("再次恢复"), "pause.none");
    }

    [Fact]
    public void A_pause_cannot_reach_back_over_red_lights()
    {
        var story = Story.Full(Stage.Rectifying).Later(130);
        story.When(Town.Liaison).IsRefused(new AskSideTrack(new SideTrack.Pause(story.Today.AddDays(-20), story.Today.AddDays(-30), "补假")), "date.past@from", "pause.backwards@until");
        story.When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Pause(story.Today, story.Today.AddDays(9), "等设备"))).When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.Equal(Due, DueOf(story));
        Assert.Equal(10, story.Case.TotalClock!.Read(story.Today, WorkCalendar.China).OverdueDays);
    }

    [Fact]
    public void A_paused_case_that_is_applied_for_can_still_be_resumed()
    {
        var story = Story.Full(Stage.Rectifying).Later(1);
        story.When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Pause(story.Today, story.Today.AddDays(60), "汛期"))).When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        story.WalkTo(Stage.Applied).Later(3).When(Town.Liaison).Does(new Resume("提前完成"));
        Assert.Equal(Due.AddDays(3), DueOf(story));
    }

    [Fact]
    public void Long_term_is_no_end_to_hide_in()
    {
        var ask = new AskSideTrack(new SideTrack.LongTerm(Do.FirstDay.AddDays(180), "地下水修复需多年"));
        Story.Full(Stage.Accepted).When(Town.Liaison).IsRefused(ask, "long_term.no_plan");
        Story.Full(Stage.Rectifying).When(Town.Liaison).IsRefused(new AskSideTrack(new SideTrack.LongTerm(Do.FirstDay.AddDays(400), "多年")), "long_term.review_too_late");
        var story = Story.Full(Stage.Rectifying).When(Town.Liaison).Does(ask).When(Town.Head).Does(new DecideSideTrack(true, "同意长期坚持"));
        Assert.Equal((Stage.LongTerm, Do.FirstDay.AddDays(180)), (story.Case.Stage, story.Case.ReviewOn!.Value));
        story.Later(180).When(Town.Head).IsRefused(new ReviewLongTerm(false, "仍在修复"), "field.required@nextReview");
        story.When(Town.Head).Does(new ReviewLongTerm(false, "仍在修复", story.Today.AddDays(180)));
        story.Later(180).When(Town.Acceptor).Does(new ReviewLongTerm(true, "已具备条件") { NewDue = story.Today.AddDays(60) });
        Assert.Equal((Stage.Accepted, 2, story.Today.AddDays(60)), (story.Case.Stage, story.Case.Round, DueOf(story)));
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void Long_term_is_not_granted_while_a_new_plan_waits_for_approval()
    {
        var story = Story.Full(Stage.Rectifying).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.LongTerm(Do.FirstDay.AddDays(180), "多年")));
        story.When(Town.Liaison).Does(Do.Plan()).When(Town.Head).IsRefused(new DecideSideTrack(true, "同意"), "long_term.no_plan");
        story.When(Town.Head).Does(new DecideSideTrack(false, "先报方案"));
    }

    [Fact]
    public void Two_cases_of_one_matter_become_one()
    {
        var story = Story.Full(Stage.Accepted);
        story.When(Town.Clerk).IsRefused(new AskSideTrack(new SideTrack.Merge(story.Case.Id, "同一问题")), "merge.self");
        story.When(Town.Clerk).Does(new AskSideTrack(new SideTrack.Merge(new("JL-002"), "同一问题"))).When(Town.Head).Does(new DecideSideTrack(true, "同意合并"));
        Assert.Equal((Stage.Merged, new CaseId("JL-002")), (story.Case.Stage, story.Case.MergedInto!.Value));
    }

    [Fact]
    public void A_false_alarm_is_voided_by_two_of_the_office_and_never_by_a_unit()
    {
        var ask = new AskSideTrack(new SideTrack.Void("现场无此问题"));
        var story = Story.Full(Stage.Rectifying);
        story.When(Town.Liaison).IsRefused(ask, "rights.role");
        story.When(Town.Liaison.As(Town.Clerk)).IsRefused(ask, "four_eyes.did_the_work");
        story.When(Town.Head).Does(ask);
        story.When(Town.Head).IsRefused(new DecideSideTrack(true, "同意"), "four_eyes.asked_for_it");
        story.When(Town.DeputyHead).Does(new DecideSideTrack(true, "同意"));
        Assert.Equal(Stage.Void, story.Case.Stage);
    }

    [Fact]
    public void One_request_at_a_time_and_no_closing_over_an_open_one()
    {
        var story = Story.Full(Stage.Rectifying).Work().When(Town.Clerk).Does(new AskSideTrack(new SideTrack.Void("误报")));
        story.When(Town.Liaison).IsRefused(new AskSideTrack(new SideTrack.Extension(Due.AddDays(9), "等设备")), "request.open");
        story.When(Town.Liaison).IsRefused(Do.Apply, "request.open");
        story = Story.Full(Stage.CityAccepted).When(Town.Clerk).Does(new AskSideTrack(new SideTrack.Void("误报")));
        story.When(Town.SecondClerk).IsRefused(Do.StrikeOff, "request.open");
        story.When(Town.Head).Does(new DecideSideTrack(false, "不是误报")).When(Town.SecondClerk).Does(Do.StrikeOff);
    }

    [Fact]
    public void A_signer_decides_on_the_request_they_read()
    {
        var story = Story.Full(Stage.Rectifying).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Extension(Due.AddDays(9), "等设备")));
        story.When(Town.Head).IsRefused(new DecideSideTrack(true, "同意", new SideTrack.Extension(Due.AddDays(5), "等设备")), "request.changed");
        story.When(Town.Head).Does(new DecideSideTrack(true, "同意", story.Case.Request!.Track));
    }

    private static DateOnly DueOf(Story story) => story.Case.TotalClock!.DueDate(WorkCalendar.China)!.Value.Date;
}
