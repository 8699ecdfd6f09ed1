using CsCheck;
using Duban.Domain.Calendar;

namespace Duban.Domain.Tests.Calendar;

/// <summary>What holds for every clock, on the years 2021 to 2023 with all their holidays.</summary>
public sealed class ClockLaws
{
    private static readonly WorkCalendar Calendar = WorkCalendar.China;

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 600].Select(new DateOnly(2021, 1, 1).AddDays);

    private static readonly Gen<DayKind> Kind = Gen.Bool.Select(working => working ? DayKind.Working : DayKind.Natural);

    private static readonly Gen<Pause> Closed = Gen.Select(Day, Gen.Int[0, 40], (from, length) => new Pause(from, from.AddDays(length)));

    private static readonly Gen<Pause> AnyPause = Gen.Frequency((6, Closed), (1, Day.Select(from => new Pause(from))));

    private static readonly Gen<Extension> Extension = Gen.OneOf(
        Gen.Select(Day, Gen.Int[1, 60], (granted, days) => (Extension)new Extension.By(granted, days)),
        Gen.Select(Day, Gen.Int[-10, 90], (granted, ahead) => (Extension)new Extension.To(granted, granted.AddDays(ahead))));

    private static readonly Gen<Clock> Fresh = Gen.OneOf(
        Gen.Select(Day, Gen.Int[0, 90], Kind, (start, days, kind) => Clock.For(start, new(days, kind))),
        Gen.Select(Day, Gen.Int[0, 120], Kind, (start, days, kind) => Clock.Until(start, start.AddDays(days), kind)));

    private static readonly Gen<Clock> Any = Gen.Select(Fresh, AnyPause.List[0, 4], Extension.List[0, 3],
        (clock, pauses, extensions) => clock with { Pauses = pauses, Extensions = extensions });

    [Fact]
    public void One_pause_more_never_brings_the_due_date_nearer() =>
        Gen.Select(Any, AnyPause).Sample((clock, pause) =>
            EndOf(clock with { Pauses = [.. clock.Pauses, pause] }) >= EndOf(clock));

    [Fact]
    public void A_pause_split_in_two_adjacent_ones_is_the_same_pause() =>
        Gen.Select(Any, Closed, Gen.Int[0, 40]).Sample((clock, pause, cut) =>
        {
            var middle = pause.From.AddDays(cut);
            if (middle >= pause.Until) return true;
            var whole = clock with { Pauses = [.. clock.Pauses, pause] };
            var split = clock with { Pauses = [new(middle.AddDays(1), pause.Until), .. clock.Pauses, pause with { Until = middle }] };
            return Same(whole, split);
        });

    [Fact]
    public void A_pause_outside_the_running_time_changes_nothing() =>
        Gen.Select(Any, Closed).Sample((clock, pause) =>
        {
            var end = EndOf(clock);
            var outside = pause.Until < clock.Start || pause.From > end;
            return !outside || Same(clock, clock with { Pauses = [.. clock.Pauses, pause] });
        });

    [Fact]
    public void The_order_of_pauses_does_not_matter() =>
        Any.Sample(clock => Same(clock, clock with { Pauses = [.. clock.Pauses.Reverse()] }));

    [Fact]
    public void A_pause_moves_the_due_date_by_its_days_of_the_clocks_own_kind() =>
        Gen.Select(Day, Gen.Int[1, 60], Kind, Gen.Int[1, 20], Gen.Int[0, 30]).Sample((start, days, kind, after, length) =>
        {
            var clock = Clock.For(start, new(days, kind));
            var pause = new Pause(start.AddDays(after), start.AddDays(after + length));
            if (pause.From > EndOf(clock)) return true;
            var paused = EndOf(clock with { Pauses = [pause] });
            var k = Enumerable.Range(0, length + 1).Select(pause.From.AddDays).Count(d => kind == DayKind.Natural || Calendar.IsWorkingDay(d));
            return paused == (kind == DayKind.Natural ? EndOf(clock).AddDays(k) : Calendar.AddWorkingDays(EndOf(clock), k).Date);
        });

    [Fact]
    public void The_due_date_is_the_day_on_which_the_given_days_have_run() =>
        Gen.Select(Fresh, Closed.List[0, 4]).Sample((clock, pauses) =>
        {
            var due = EndOf(clock with { Pauses = pauses });
            if (clock.Named is not null || clock.Days == 0) return true;
            var run = 0;
            for (var day = clock.Start.AddDays(1); day <= due; day = day.AddDays(1))
                if ((clock.Kind == DayKind.Natural || Calendar.IsWorkingDay(day)) && !pauses.Any(p => p.Covers(day))) run++;
            return run == clock.Days;
        });

    [Fact]
    public void A_day_granted_more_never_brings_the_due_date_nearer() =>
        Gen.Select(Any, Day, Gen.Int[0, 30]).Sample((clock, granted, days) =>
            EndOf(clock.Extend(new Extension.By(granted, days))) >= EndOf(clock));

    [Fact]
    public void Time_uses_a_clock_up_and_never_gives_it_back() =>
        Gen.Select(Any, Day).Sample((clock, today) =>
        {
            var (now, next) = (clock.Read(today, Calendar), clock.Read(today.AddDays(1), Calendar));
            return now.ElapsedShare is >= 0 and <= 1 && next.ElapsedShare >= now.ElapsedShare
                && next.RunningDaysLeft <= now.RunningDaysLeft && next.RunningDaysLeft >= 0 && next.OverdueDays >= now.OverdueDays
                && (!now.Overdue || now is { ElapsedShare: 1, RunningDaysLeft: 0, Paused: false });
        });

    [Fact]
    public void A_resumed_clock_stands_still_no_more_and_has_a_due_date_again() =>
        Gen.Select(Any, Day).Sample((clock, on) =>
        {
            var resumed = clock.Resume(on);
            return !resumed.Pauses.Any(p => p.Covers(on)) && EndOf(resumed) <= EndOf(clock);
        });

    private static DateOnly EndOf(Clock clock) => clock.DueDate(Calendar)?.Date ?? DateOnly.MaxValue;

    private static bool Same(Clock a, Clock b) => a.DueDate(Calendar) == b.DueDate(Calendar)
        && Enumerable.Range(0, 40).Select(i => new DateOnly(2021, 1, 1).AddDays(i * 20))
            .All(day => a.Read(day, Calendar) == b.Read(day, Calendar));
}
