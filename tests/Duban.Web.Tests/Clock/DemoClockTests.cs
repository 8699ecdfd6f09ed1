using System.Net;
using Duban.Web.Clock;
using Microsoft.Extensions.Time.Testing;

namespace Duban.Web.Tests.Clock;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset today = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_demos_time_flows_and_never_goes_back()
    {
        var real = new FakeTimeProvider(today);
        var demo = DemoClock.StartingAt(Town.Morning, real);
        real.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Town.Morning.AddMinutes(10), demo.GetUtcNow());
        Assert.True(demo.MoveTo(Town.Morning.AddDays(3)));
        Assert.False(demo.MoveTo(Town.Morning.AddDays(2)));
        Assert.Equal(Town.Morning.AddDays(3), demo.GetUtcNow());
    }

    [Fact]
    public void What_is_kept_is_read_back()
    {
        var demo = DemoClock.StartingAt(Town.Morning, new FakeTimeProvider(today));
        var again = DemoClock.Read(demo.ToString(), new FakeTimeProvider(today.AddHours(1)))!;
        Assert.Equal((demo.Start, demo.GetUtcNow().AddHours(1)), (again.Start, again.GetUtcNow()));
        Assert.Null(DemoClock.Read("next Tuesday", TimeProvider.System));
    }

    [Theory]
    [InlineData("1d", "", "2021-03-16 08:30"), InlineData("5wd", "", "2021-03-22 08:30"), InlineData("", "2021-03-31", "2021-03-31 08:30")]
    public async Task A_demo_is_moved_forward_and_remembers_it(string by, string to, string expected)
    {
        await using var town = await Town.Start(demo: true);
        var browser = await town.SignIn("city-clerk");
        var moved = await Move(browser, by, to);
        Assert.Equal("/account", moved.Location);
        Assert.Equal(expected, town.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", null));
        var kept = await Cities.Setting(town.The<Duban.Ledger.EventStore>(), town.The<City>(), DemoClock.Setting);
        Assert.Equal(town.Time.GetUtcNow(), DemoClock.Read(kept!, town.Clock)!.GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/account")).Status);
    }

    [Theory, InlineData("", "2021-03-14"), InlineData("", "2031-01-01"), InlineData("", "2021-02-30"), InlineData("back", ""), InlineData("", "")]
    public async Task A_wish_that_cannot_be_granted_moves_nothing(string by, string to)
    {
        await using var town = await Town.Start(demo: true);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Move(await town.SignIn("city-clerk"), by, to)).Status);
        Assert.Equal(Town.Morning, town.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_real_ledgers_time_is_nobodys_to_move()
    {
        await using var town = await Town.Start();
        Assert.Equal(HttpStatusCode.NotFound, (await Move(await town.SignIn("administrator"), "1d", "")).Status);
    }

    private static async Task<Seen> Move(Browser browser, string by, string to)
    {
        var token = (await browser.Get("/account")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.Post("/demo/clock", ("by", by), ("to", to), ("back", "/account"), ("__RequestVerificationToken", token));
    }
}
