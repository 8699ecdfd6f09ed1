using Duban.Domain.Calendar;

namespace Duban.Domain.Tests.Calendar;

public sealed class DayChangeTests
{
    private static readonly DateOnly Monday = new(2021, 6, 21), Saturday = new(2021, 6, 26);

    [Fact]
    public void A_weekday_becomes_free_and_a_deadline_moves_over_it()
    {
        var before = WorkCalendar.China.AddWorkingDays(new(2021, 6, 18), 1).Date;
        var calendar = With(new(Monday, false, "台风停工"));
        Assert.Equal((Monday, Monday.AddDays(1)), (before, calendar.AddWorkingDays(new(2021, 6, 18), 1).Date));
    }

    [Fact]
    public void A_Saturday_is_worked_and_may_become_free_again()
    {
        var worked = With(new(Saturday, true, "抢险补班"));
        Assert.True(worked.IsWorkingDay(Saturday));
        var year = Assert.Single(new DayChange(Saturday, false, "抢险结束").Decide(worked).Facts);
        Assert.Equal("抢险结束", Assert.Single(year.Changes).Why);
        Assert.False(worked.With(year).IsWorkingDay(Saturday));
    }

    [Fact]
    public void A_change_holds_against_a_notice_of_the_next_year_that_reaches_back()
    {
        var calendar = With(new(new(2021, 12, 31), false, "冰灾停工"));
        Assert.False(calendar.IsWorkingDay(new(2021, 12, 31)));
        Assert.False(calendar.With(calendar.Years.Single(y => y.Year == 2022)).IsWorkingDay(new(2021, 12, 31)));
    }

    [Fact]
    public void What_is_so_already_what_has_no_reason_and_what_nobody_announced_is_refused()
    {
        Refused(new(Monday, true, "照常"), "calendar.worked_already@work");
        Refused(new(Saturday, false, " "), "calendar.off_already@work", "field.required@why");
        Refused(new(Monday, false, new string('长', 501)), "field.too_long@why");
        Refused(new(new(2031, 6, 23), false, "台风"), "calendar.not_announced@day");
    }

    private static WorkCalendar With(DayChange change) => WorkCalendar.China.With(Assert.Single(change.Decide(WorkCalendar.China).Facts));

    private static void Refused(DayChange change, params string[] reasons) =>
        Assert.Equal(reasons, change.Decide(WorkCalendar.China).Reasons.Select(r => $"{r.Code}@{r.Field}"));
}
