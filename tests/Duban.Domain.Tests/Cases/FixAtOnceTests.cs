using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases;

/// <summary>立行立改: no date is no leave to wait; the procedure gives what is to be fixed at once a short clock.</summary>
public sealed class FixAtOnceTests
{
    // 15 March 2021 was a Monday.
    private static readonly DateOnly Due = new(2021, 3, 18);

    [Theory]
    [InlineData("立行立改"), InlineData("立即整改"), InlineData("即知即改"), InlineData(" 立 行 立 改。"), InlineData("立行立改，长期坚持")]
    public void What_is_to_be_fixed_at_once_has_the_procedures_time_from_the_hand_over(string words)
    {
        var c = Handed(Story.Short(Stage.Graded), words).Case;
        Assert.Equal(new Span(3, DayKind.Working), c.FixAtOnce);
        Assert.Equal(Due, c.RunningTotal?.DueDate(WorkCalendar.China)?.Date);
        Assert.Equal(words, c.DueWords);
    }

    [Fact]
    public void It_warns_and_turns_red_like_any_other()
    {
        var c = Handed(Story.Short(Stage.Graded), "立行立改").When(Town.Liaison).Does(new SignFor()).Case;
        var lights = c.Procedure.Lights.For(c.RunningTotal!, WorkCalendar.China);
        Assert.Equal([Light.Yellow, Light.Orange, Light.Red], [lights.At(Due.AddDays(-1)), lights.At(Due), lights.At(Due.AddDays(1))]);
    }

    [Fact]
    public void A_holiday_does_not_eat_it_and_a_changed_calendar_moves_it()
    {
        var story = Handed(Story.Short(Stage.Graded).Later(17), "立行立改");
        // From Thursday 1 April over the three days of Qingming.
        Assert.Equal(new DateOnly(2021, 4, 7), story.Case.RunningTotal?.DueDate(WorkCalendar.China)?.Date);
    }

    [Fact]
    public void The_application_meets_it_and_a_verifier_who_sends_it_back_sets_it_running_again()
    {
        var story = Handed(Story.Short(Stage.Graded), "立行立改").WalkTo(Stage.Applied);
        Assert.Null(story.Case.RunningTotal);
        story.Later(4);
        story.When(Town.Verifier).Does(Do.Verify(story.Today, passed: false));
        Assert.Equal(Due, story.Case.RunningTotal?.DueDate(WorkCalendar.China)?.Date);
    }

    [Fact]
    public void More_time_can_be_asked_for_although_there_are_no_twenty_days_to_ask_in()
    {
        var story = Handed(Story.Full(Stage.Graded), "立行立改").WalkTo(Stage.Accepted);
        story.When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Extension(new(2021, 4, 30), "备件未到")))
            .When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.Null(story.Case.FixAtOnce);
        Assert.Equal(new DateOnly(2021, 4, 30), story.Case.RunningTotal?.DueDate(WorkCalendar.China)?.Date);
    }

    [Fact]
    public void A_relapse_has_the_day_it_is_given_and_a_returned_case_none()
    {
        var relapsed = Handed(Story.Short(Stage.Graded), "立行立改").WalkTo(Stage.StruckOff).Later(5);
        relapsed.When(Town.Verifier).Does(new ReportRelapse("暗访", "又堵上了", relapsed.Today.AddDays(30)));
        Assert.False(relapsed.Case.IsFixAtOnce);
        Assert.Equal(relapsed.Today.AddDays(30), relapsed.Case.RunningTotal?.Named);
        var returned = Handed(Story.Short(Stage.Graded), "立行立改").When(Town.Liaison).Does(new AskReturn("不在辖区"));
        returned.When(Town.Head).Does(new DecideReturn(true, "改派"));
        Assert.False(returned.Case.IsFixAtOnce);
        Assert.Null(returned.Case.RunningTotal);
    }

    [Theory]
    [InlineData("长期坚持"), InlineData("常态化推进"), InlineData("按整改方案分步实施")]
    public void What_has_a_reason_of_its_own_stays_without_a_clock(string words)
    {
        var c = Handed(Story.Short(Stage.Graded), words).Case;
        Assert.False(c.IsFixAtOnce);
        Assert.Null(c.RunningTotal);
        Assert.Equal(words, c.DueWords);
    }

    [Theory]
    [InlineData("立行立改", null), InlineData("立即整改", null), InlineData(null, "2021-04-30")]
    public void What_the_list_wants_by_a_time_is_not_made_long_term_without_a_word(string? said, string? day)
    {
        var matter = Do.Tailings with { DueWords = said, ProposedDue = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };
        var story = new Story(Story.ShortPath).When(Town.Clerk).Does(new Register("JL-001", "JL", matter) { Level = Level.General });
        story.When(Town.Clerk).IsRefused(new HandOver(Town.Township, "1号", null, NoDueReason: "长期坚持"), "handover.clock_dropped@noDueReason");
        story.When(Town.Clerk).Does(new Correct(matter with { DueWords = "长期坚持", ProposedDue = null }, "河道保洁须常年坚持"));
        Assert.Null(Handed(story, "长期坚持").Case.RunningTotal);
    }

    [Theory]
    [InlineData("2021.2.30"), InlineData("3月31日前"), InlineData("2021-03-31"), InlineData("15天内"), InlineData("5个工作日内")]
    public void A_day_is_no_reason_to_have_none(string words) =>
        Story.Short(Stage.Graded).When(Town.Clerk).IsRefused(new HandOver(Town.Township, "1号", null, NoDueReason: words), "handover.reason_is_day@noDueReason");

    [Theory]
    [InlineData("无"), InlineData("待定"), InlineData("—"), InlineData("."), InlineData("\u200B"), InlineData(" / "), InlineData("n/a")]
    public void Words_that_say_nothing_are_no_reason(string words) =>
        Story.Short(Stage.Graded).When(Town.Clerk).IsRefused(new HandOver(Town.Township, "1号", null, NoDueReason: words), "handover.reason_says_nothing@noDueReason");

    [Fact]
    public void A_day_and_a_reason_for_none_are_not_given_together() =>
        Story.Short(Stage.Graded).When(Town.Clerk).IsRefused(new HandOver(Town.Township, "1号", new(2021, 3, 31), NoDueReason: "长期坚持"), "handover.day_or_reason@noDueReason");

    [Fact]
    public void A_version_of_a_procedure_that_gave_no_such_time_gives_none_now()
    {
        foreach (var earlier in ProcedureFile.Earlier)
        {
            var story = new Story(earlier).WalkTo(Stage.Graded);
            Assert.Null(Handed(story, "立行立改").Case.RunningTotal);
        }
        Assert.Equal([("full", 3), ("short", 2)], ProcedureFile.Earlier.Select(p => (p.Code, p.Version)));
        Assert.All(ProcedureFile.Shipped, p => Assert.Equal(DayKind.Working, p.FixAtOnce?.Kind));
    }

    [Theory]
    [InlineData("立行立改", null), InlineData(null, "2021-04-30")]
    public void Where_the_procedure_gives_no_time_what_the_list_wants_by_a_time_is_not_left_without_one(string? said, string? day)
    {
        var matter = Do.Tailings with { DueWords = said, ProposedDue = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };
        var story = new Story(ProcedureFile.Earlier.Single(p => p.Code == "short")).When(Town.Clerk).Does(new Register("JL-001", "JL", matter) { Level = Level.General });
        story.When(Town.Clerk).IsRefused(new HandOver(Town.Township, "1号", null, NoDueReason: "立行立改"), "handover.at_once_without_clock@noDueReason");
        story.When(Town.Clerk).Does(new HandOver(Town.Township, "1号", new(2021, 4, 30)));
        Assert.NotNull(story.Case.RunningTotal);
    }

    private static Story Handed(Story story, string words) => story.When(Town.Clerk).Does(new HandOver(Town.Township, "1号", null, NoDueReason: words));
}
