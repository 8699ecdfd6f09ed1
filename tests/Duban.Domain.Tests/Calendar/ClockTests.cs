using Duban.Domain.Calendar;

namespace Duban.Domain.Tests.Calendar;

/// <summary>March 2021 has no holidays: Monday the 1st to Friday the 5th are worked, the 6th and 7th are free, and so on.</summary>
public sealed class ClockTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.China;
    private static readonly Clock FiveWorkingDays = Clock.For(March(1), new(5, DayKind.Working));
    private static readonly Clock TenDays = Clock.For(March(1), new(10, DayKind.Natural));

    [Fact]
    public void A_clock_leaves_out_its_first_day()
    {
        Assert.Equal(March(8), Due(FiveWorkingDays));
        Assert.Equal(March(11), Due(TenDays));
    }

    [Fact]
    public void A_pause_over_a_weekend_moves_natural_days_and_no_working_days()
    {
        Assert.Equal(March(8), Due(FiveWorkingDays.Pause(March(6), March(7))));
        Assert.Equal(March(13), Due(TenDays.Pause(March(6), March(7))));
        Assert.Equal(March(10), Due(FiveWorkingDays.Pause(March(5), March(8))));
    }

    [Fact]
    public void Two_pauses_count_each_day_once()
    {
        var apart = TenDays.Pause(March(3), March(4)).Pause(March(8), March(8));
        var adjacent = TenDays.Pause(March(3), March(4)).Pause(March(5), March(5));
        var overlapping = TenDays.Pause(March(3), March(5)).Pause(March(4), March(4));
        Assert.All([apart, adjacent, overlapping], clock => Assert.Equal(March(14), Due(clock)));
    }

    [Fact]
    public void A_second_pause_in_the_time_that_the_first_one_gained_counts_too() =>
        Assert.Equal(March(18), Due(TenDays.Pause(March(5), March(8)).Pause(March(13), March(15))));

    [Fact]
    public void A_pause_that_runs_past_the_deadline_moves_it_past_the_pause() =>
        Assert.Equal(March(22), Due(TenDays.Pause(March(11), March(21))));

    [Fact]
    public void A_pause_after_the_deadline_cures_nothing()
    {
        var clock = TenDays.Pause(March(12), March(20));
        Assert.Equal(March(11), Due(clock));
        var reading = clock.Read(March(14), Calendar);
        Assert.False(reading.Paused);
        Assert.Equal(3, reading.OverdueDays);
    }

    [Fact]
    public void A_pause_without_end_suspends_the_clock_and_keeps_what_is_left()
    {
        var reading = FiveWorkingDays.Pause(March(4)).Read(March(20), Calendar);
        Assert.True(reading is { Suspended: true, Paused: true, Overdue: false, NaturalDaysLeft: null, WorkingDaysLeft: null });
        Assert.Equal(3, reading.RunningDaysLeft);
        Assert.Equal(0.4, reading.ElapsedShare);
    }

    [Fact]
    public void A_clock_that_ran_out_before_an_open_pause_stays_overdue()
    {
        var reading = FiveWorkingDays.Pause(March(9)).Read(March(15), Calendar);
        Assert.True(reading is { Suspended: false, Overdue: true, Paused: false, OverdueDays: 5 });
    }

    [Fact]
    public void A_pause_resumed_early_counts_only_the_days_it_lasted()
    {
        var paused = TenDays.Pause(March(3), March(20));
        Assert.Equal(March(29), Due(paused));
        Assert.Equal(March(13), Due(paused.Resume(March(5))));
        Assert.Equal(March(13), Due(TenDays.Pause(March(3)).Resume(March(5))));
        Assert.Equal(TenDays, TenDays.Pause(March(3)).Resume(March(3)));
        Assert.Equal(paused, paused.Resume(March(21)));
    }

    [Fact]
    public void A_deadline_named_while_paused_is_moved_by_the_rest_of_the_pause()
    {
        var clock = TenDays.Pause(March(3), March(10)).Extend(new Extension.To(March(5), March(25)));
        Assert.Equal(March(30), Due(clock));
        Assert.Equal(March(25), Due(clock.Resume(March(6))));
    }

    [Fact]
    public void A_deadline_named_while_suspended_is_known_once_the_clock_runs_again()
    {
        var clock = TenDays.Pause(March(3)).Extend(new Extension.To(March(5), March(25)));
        Assert.Null(clock.DueDate(Calendar));
        Assert.Equal(March(27), Due(clock.Resume(March(8))));
    }

    [Fact]
    public void Days_granted_count_on_from_the_deadline_before_and_after_it_expired()
    {
        Assert.Equal(March(15), Due(FiveWorkingDays.Extend(new Extension.By(March(3), 5))));
        Assert.Equal(March(15), Due(FiveWorkingDays.Extend(new Extension.By(March(12), 5))));
        Assert.True(FiveWorkingDays.Extend(new Extension.By(March(12), 2)).Read(March(12), Calendar).Overdue);
    }

    [Fact]
    public void A_named_date_replaces_what_was_counted_and_days_granted_later_come_on_top()
    {
        var clock = FiveWorkingDays
            .Extend(new Extension.By(March(3), 5))
            .Extend(new Extension.To(March(4), March(20)))
            .Extend(new Extension.By(March(18), 1));
        Assert.Equal(March(22), Due(clock));
        Assert.Equal(March(20), Due(clock with { Extensions = [.. clock.Extensions.Take(2)] }));
    }

    [Fact]
    public void A_named_date_stands_on_a_free_day_until_something_moves_it()
    {
        var saturday = Clock.Until(March(1), March(13), DayKind.Working);
        Assert.Equal(March(13), Due(saturday));
        Assert.Equal(March(13), Due(saturday.Pause(March(6), March(7))));
        Assert.Equal(March(15), Due(saturday.Pause(March(5), March(5))));
    }

    [Fact]
    public void A_changed_calendar_moves_the_date_and_not_the_clock()
    {
        var clock = Clock.For(new(2026, 12, 31), new(3, DayKind.Working));
        Assert.Equal(new Due(new(2027, 1, 5), 2027), clock.DueDate(Calendar));
        var announced = Calendar.With(new(2027, "示例", [new("元旦", new(2027, 1, 1), new(2027, 1, 4), [])]));
        Assert.Equal(new Due(new(2027, 1, 7)), clock.DueDate(announced));
    }

    [Fact]
    public void A_reading_counts_down_and_then_up()
    {
        var clock = Clock.For(March(1), new(4, DayKind.Working));
        Assert.Equal((5, 5, 4, 0, 0.0), Figures(clock.Read(February(28), Calendar)));
        Assert.Equal((4, 4, 4, 0, 0.0), Figures(clock.Read(March(1), Calendar)));
        Assert.Equal((2, 2, 2, 0, 0.5), Figures(clock.Read(March(3), Calendar)));
        Assert.Equal((0, 0, 0, 0, 1.0), Figures(clock.Read(March(5), Calendar)));
        Assert.Equal((-1, 0, 0, 0, 1.0), Figures(clock.Read(March(6), Calendar)));
        Assert.Equal((-3, -1, 0, 1, 1.0), Figures(clock.Read(March(8), Calendar)));
    }

    [Fact]
    public void A_paused_clock_shows_the_date_it_will_be_due()
    {
        var reading = FiveWorkingDays.Pause(March(3), March(5)).Read(March(4), Calendar);
        Assert.True(reading is { Paused: true, Suspended: false, RunningDaysLeft: 4, ElapsedShare: 0.2 });
        Assert.Equal(March(11), reading.Due!.Value.Date);
    }

    private static (int?, int?, int, int, double) Figures(ClockReading r) =>
        (r.NaturalDaysLeft, r.WorkingDaysLeft, r.RunningDaysLeft, r.OverdueDays, r.ElapsedShare);

    private static DateOnly Due(Clock clock) => Assert.NotNull(clock.DueDate(Calendar)).Date;

    private static DateOnly March(int day) => new(2021, 3, day);

    private static DateOnly February(int day) => new(2021, 2, day);
}
