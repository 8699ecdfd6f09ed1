using Duban.Web.Calendar;
using Duban.Web.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Cases;

/// <summary>Lists follow the calendar as a case's own page does.</summary>
public sealed class DueRowsTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_day_that_is_freed_moves_the_due_date_in_the_list_and_a_second_look_moves_nothing(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Signed();
        var machine = await Machine.Of(walk.Town, "city-head");
        var (before, rows) = (await Due(), walk.Town.The<DueRows>());
        Assert.Equal(0, await rows.Follow(TestContext.Current.CancellationToken));
        var freed = DateOnly.Parse(before, System.Globalization.CultureInfo.InvariantCulture);
        await machine.Post("/api/calendar/days", new { day = before, work = "no", why = "台风停工" });
        await walk.Town.The<WorkCalendars>().Refresh("430400", TestContext.Current.CancellationToken);
        Assert.True(await rows.Follow(TestContext.Current.CancellationToken) > 0);
        Assert.True(DateOnly.Parse(await Due(), System.Globalization.CultureInfo.InvariantCulture) > freed);
        Assert.Equal(0, await rows.Follow(TestContext.Current.CancellationToken));

        async Task<string> Due() => (await machine.Get("/api/cases?stage=accepted")).Body.GetProperty("cases")[0].GetProperty("due").GetString()!;
    }
}
