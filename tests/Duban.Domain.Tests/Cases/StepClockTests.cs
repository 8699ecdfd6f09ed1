using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Domain.Tests.Cases;

/// <summary>While the team works, the measure that is due next is the deadline of the step.</summary>
public sealed class StepClockTests
{
    private static readonly Plan TwoMeasures = Do.PlanOf() with { Measures = [new("M1", "建处理站", Do.FirstDay.AddDays(60)), new("M2", "清运弃渣", Do.FirstDay.AddDays(30))] };

    [Fact]
    public void The_earliest_open_measure_counts_and_what_is_done_moves_it_on()
    {
        var story = Rectifying();
        Assert.Equal(("M2", Do.FirstDay.AddDays(30)), Next(story));
        Assert.Equal(30 - (story.Today.DayNumber - Do.FirstDay.DayNumber), Left(story));
        story.When(Town.Liaison).Does(new ReportProgress("弃渣清运九成", new Dictionary<string, int> { ["M2"] = 99 }));
        Assert.Equal("M2", Next(story).Measure);
        story.When(Town.Liaison).Does(new ReportProgress("弃渣清完", new Dictionary<string, int> { ["M2"] = 100 }));
        Assert.Equal(("M1", Do.FirstDay.AddDays(60)), Next(story));
        story.When(Town.Liaison).Does(new ReportProgress("处理站建成", new Dictionary<string, int> { ["M1"] = 100 }));
        Assert.Equal((null, null), Next(story));
    }

    [Fact]
    public void A_plan_nobody_has_approved_binds_nobody_and_an_applied_case_has_the_clock_of_whoever_verifies()
    {
        var planned = Story.Full(Stage.Accepted).When(Town.Liaison).Does(Do.Plan(TwoMeasures));
        Assert.Equal((null, planned.Case.NodeClock), (planned.Case.MeasureClock, planned.Case.StepClock(WorkCalendar.China)));
        var applied = Story.Full(Stage.Applied).Case;
        Assert.Equal((null, applied.NodeClock), (applied.MeasureClock, applied.StepClock(WorkCalendar.China)));
    }

    [Fact]
    public void A_pause_of_the_case_pauses_its_measures()
    {
        var story = Rectifying().Later(1);
        story.When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Pause(story.Today, story.Today.AddDays(9), "汛期"))).When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.True(story.Case.StepClock(WorkCalendar.China)!.Read(story.Today, WorkCalendar.China).Paused);
        Assert.Equal(Do.FirstDay.AddDays(40), Next(story).Due);
    }

    [Fact]
    public void Where_the_step_has_a_time_limit_of_its_own_the_earlier_of_both_counts()
    {
        var c = Rectifying().Case;
        var soon = Clock.Until(Do.FirstDay, Do.FirstDay.AddDays(20));
        var late = Clock.Until(Do.FirstDay, Do.FirstDay.AddDays(50));
        Assert.Equal(soon, (c with { NodeClock = soon }).StepClock(WorkCalendar.China));
        Assert.Equal(c.MeasureClock, (c with { NodeClock = late }).StepClock(WorkCalendar.China));
        Assert.Equal(c.MeasureClock, (c with { NodeClock = soon.Pause(Do.FirstDay) }).StepClock(WorkCalendar.China));
    }

    private static Story Rectifying() => Story.Full(Stage.Accepted).When(Town.Liaison).Does(Do.Plan(TwoMeasures)).When(Town.Head).Does(Do.ApprovePlan);

    private static (string? Measure, DateOnly? Due) Next(Story story) =>
        (story.Case.NextMeasure?.Code, story.Case.StepClock(WorkCalendar.China)?.DueDate(WorkCalendar.China)?.Date);

    private static int Left(Story story) => Next(story).Due!.Value.DayNumber - story.Today.DayNumber;
}
