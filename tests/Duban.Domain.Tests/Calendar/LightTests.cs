using CsCheck;
using Duban.Domain.Calendar;

namespace Duban.Domain.Tests.Calendar;

public sealed class LightTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.China;

    [Fact]
    public void A_light_turns_on_the_days_the_rule_names()
    {
        var clock = Clock.For(new(2021, 3, 1), new(30, DayKind.Natural));
        var dates = new LightRule(3, 7, DayKind.Natural).For(clock, Calendar);
        Assert.Equal(new LightDates(new(2021, 4, 1), new(2021, 3, 28), new(2021, 3, 24)), dates);
        Assert.Equal(
            [Light.Green, Light.Yellow, Light.Yellow, Light.Orange, Light.Orange, Light.Red],
            new DateOnly[] { new(2021, 3, 23), new(2021, 3, 24), new(2021, 3, 27), new(2021, 3, 28), new(2021, 3, 31), new(2021, 4, 1) }.Select(dates.At));
    }

    [Fact]
    public void Working_days_left_are_counted_across_a_holiday()
    {
        var dates = new LightRule(1, 3, DayKind.Working).For(new DateOnly(2021, 2, 19), Calendar);
        Assert.Equal(new LightDates(new(2021, 2, 20), new(2021, 2, 18), new(2021, 2, 9)), dates);
    }

    [Fact]
    public void A_suspended_clock_has_no_light_and_an_overdue_one_keeps_red()
    {
        var clock = Clock.For(new(2021, 3, 1), new(10, DayKind.Natural));
        var rule = new LightRule(3, 5, DayKind.Natural);
        Assert.Equal(Light.None, rule.For(clock.Pause(new(2021, 3, 5)), Calendar).At(new(2021, 3, 20)));
        Assert.Equal(Light.Red, rule.For(clock.Pause(new(2021, 3, 12)), Calendar).At(new(2021, 3, 20)));
    }

    [Fact]
    public void A_rule_may_have_no_orange() =>
        Assert.Equal(Light.Yellow, new LightRule(null, 3, DayKind.Natural).For(new DateOnly(2021, 3, 10), Calendar).At(new(2021, 3, 10)));

    [Fact]
    public void The_worst_light_sorts_first() =>
        Assert.Equal([Light.Red, Light.Orange, Light.Yellow, Light.Green, Light.None, Light.Done], Enum.GetValues<Light>().Order());

    [Fact]
    public void A_colour_shows_exactly_while_so_many_days_are_left() =>
        Gen.Select(Gen.Int[0, 1500], Gen.Int[-40, 10], Gen.Int[0, 8], Gen.Int[0, 8], Gen.Bool.Select(working => working ? DayKind.Working : DayKind.Natural))
            .Sample((dueIn, ahead, orange, more, kind) =>
            {
                var due = new DateOnly(2021, 3, 1).AddDays(dueIn);
                var today = due.AddDays(ahead);
                var left = kind == DayKind.Working ? Calendar.WorkingDaysBetween(today, due) : due.DayNumber - today.DayNumber;
                var expected = today > due ? Light.Red : left <= orange ? Light.Orange : left <= orange + more ? Light.Yellow : Light.Green;
                return new LightRule(orange, orange + more, kind).For(due, Calendar).At(today) == expected;
            });
}
