using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Domain.Tests.Cases;

/// <summary>A hand-over may give more time than the list does, and says why, as a correction would have to.</summary>
public sealed class LaterDayTests
{
    private static readonly DateOnly Listed = new(2021, 4, 30);

    [Theory, InlineData(null), InlineData(""), InlineData("  ")]
    public void A_later_day_than_the_list_demands_needs_a_reason(string? why) =>
        Dated(Listed).When(Town.Clerk).IsRefused(Over(Listed.AddDays(1), why), "handover.later_without_why@laterWhy");

    [Fact]
    public void The_reason_and_the_lists_day_stay_in_the_ledger()
    {
        var story = Dated(Listed).When(Town.Clerk).Does(Over(new(2021, 6, 30), "汛期不能施工"));
        Assert.Equal(new LaterDay(Listed, "汛期不能施工"), Reason(story));
        Assert.Equal(new DateOnly(2021, 6, 30), story.Case.TotalClock?.Named);
    }

    [Theory, InlineData("2021-04-30"), InlineData("2021-04-01")]
    public void The_lists_own_day_or_an_earlier_one_needs_none_and_keeps_none(string day)
    {
        var due = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null(Reason(Dated(Listed).When(Town.Clerk).Does(Over(due, "统一写的理由"))));
    }

    [Fact]
    public void What_the_list_does_not_date_is_later_than_nothing() =>
        Assert.Null(Reason(Registered(Do.Tailings).When(Town.Clerk).Does(Over(new(2021, 12, 31), null))));

    [Fact]
    public void A_day_that_has_passed_may_stand_and_another_in_its_place_needs_a_reason()
    {
        DateOnly passed = new(2021, 3, 1);
        Dated(passed).When(Town.Clerk).Does(Over(passed, null));
        Dated(passed).When(Town.Clerk).IsRefused(Over(new(2021, 3, 31), null), "handover.later_without_why@laterWhy");
    }

    // Three working days from Monday, 15 March.
    [Theory, InlineData("2021-03-18", true), InlineData("2021-03-19", false)]
    public void What_the_list_wants_at_once_is_not_put_off_beyond_the_procedures_time_without_a_reason(string day, bool within)
    {
        var (story, over) = (Registered(Do.Tailings with { DueWords = "立行立改" }), Over(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), null));
        if (within) story.When(Town.Clerk).Does(over);
        else story.When(Town.Clerk).IsRefused(over, "handover.later_without_why@laterWhy");
    }

    [Fact]
    public void A_reason_has_its_measure() =>
        Dated(Listed).When(Town.Clerk).IsRefused(Over(Listed.AddDays(1), new string('雨', LaterDay.Longest + 1)), "field.too_long@laterWhy");

    private static LaterDay? Reason(Story story) => story.Past.OfType<CaseEvent.HandedOver>().Last().Later;

    private static Story Dated(DateOnly day) => Registered(Do.Tailings with { ProposedDue = day });

    private static Story Registered(Matter matter) => new Story(Story.ShortPath).When(Town.Clerk).Does(new Register("JL-001", "JL", matter) { Level = Level.General });

    private static HandOver Over(DateOnly day, string? why) => new(Town.Township, "1号", day, LaterWhy: why);
}
