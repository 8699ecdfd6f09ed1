using CsCheck;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Tests.Shell;

public sealed class RulerTests
{
    private static readonly DateOnly today = new(2021, 3, 15);

    [Fact]
    public void Nothing_ever_leaves_the_scale() =>
        Gen.Select(Gen.Int[-2000, 2000], Gen.Int[-2000, 2000], Gen.Int[-2000, 2000], Gen.Int[0, 400]).Sample((start, due, pause, length) =>
        {
            var face = new ClockFace("t", today.AddDays(start), today.AddDays(due), Lamp.Green, "")
            {
                Pauses = [new(today.AddDays(pause), today.AddDays(pause + length))],
                DonePercent = 150,
            };
            var r = new RulerDrawing(face, today);
            double[] places = [r.Today, r.Due, 1 + r.Gone, r.Due + r.Late, 1 + r.Done,
                .. r.Ticks.Select(t => t.At), .. r.Months.Select(m => m.At), .. r.Pauses.SelectMany(p => new[] { p.From, p.To })];
            Assert.All(places, x => Assert.InRange(x, RulerDrawing.Left, RulerDrawing.Right));
            Assert.InRange(r.GonePercent, 0, 100);
            Assert.True(r.Gone >= 0 && r.Late >= 0);
        });

    [Fact]
    public void A_short_clock_ticks_by_day_and_a_long_one_by_week_and_month()
    {
        var days = new RulerDrawing(Face(today, today.AddDays(30)) with { IsWorkingDay = d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) }, today);
        var months = new RulerDrawing(Face(new(2021, 1, 15), new(2021, 12, 31)), today);

        Assert.True(days.ByDay);
        Assert.Contains(days.Ticks, t => t.Long);
        Assert.Contains(days.Ticks, t => !t.Long);
        Assert.False(months.ByDay);
        Assert.Equal(new DateOnly(2021, 2, 1), months.Months[0].First);
    }

    [Fact]
    public void Time_beyond_the_limit_is_red_and_pauses_are_hatched()
    {
        var late = Ruler.Of(Face(new(2021, 2, 22), new(2021, 3, 9)) with { Pauses = [new(new(2021, 2, 24), null)] }, Rendered.Zh, "hatch").Value;

        Assert.Contains("class=\"late\"", late);
        Assert.Contains("fill=\"url(#hatch)\"", late);
        Assert.Contains("aria-label=\"总时钟：2月22日 起，今天 3月15日，3月9日 到期\"", late);
    }

    [Fact]
    public void A_clock_not_yet_late_has_no_red() =>
        Assert.DoesNotContain("late", Ruler.Of(Face(today, today.AddDays(5)), Rendered.En, "h").Value);

    private static ClockFace Face(DateOnly start, DateOnly due) => new("总时钟", start, due, Lamp.Green, "正常");
}
