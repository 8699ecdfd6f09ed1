using System.Net;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Cases.Lists;

/// <summary>The desk as a program reads it.</summary>
public sealed class DeskApiTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_unit_sees_what_it_has_to_sign_for_and_who_has_no_desk_sees_an_empty_one(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        var waiting = (await clerk.Get("/api/desk")).Body;
        Assert.Contains(waiting.GetProperty("groups").EnumerateArray(), g => g.GetProperty("counter").GetProperty("key").GetString() == "hand_over");
        (await clerk.Act(walk.Id, "hand-over", new { to = "430424", slip = "衡督交〔2021〕99号", due = "2021-06-30", contact = "0734-0000000" })).IsNow("handed_over");

        var desk = (await (await Machine.Of(walk.Town, "hengdong-liaison")).Get("/api/desk")).Body;
        Assert.Equal("430424", desk.GetProperty("unit").GetString());
        var sign = desk.GetProperty("counters").EnumerateArray().Single(c => c.GetProperty("key").GetString() == "sign");
        Assert.Equal((1, false), (sign.GetProperty("count").GetInt32(), sign.GetProperty("more").GetBoolean()));
        Assert.Equal(walk.Id, desk.GetProperty("groups")[0].GetProperty("cases")[0].GetProperty("case").GetString());
        Assert.Equal(0, (await (await Machine.Of(walk.Town, "qidong-liaison")).Get("/api/desk")).Body.GetProperty("groups").GetArrayLength());
        foreach (var user in new[] { "administrator", "reader" })
        {
            var told = await (await Machine.Of(walk.Town, user)).Get("/api/desk");
            Assert.Equal((HttpStatusCode.OK, 0), (told.Status, told.Body.GetProperty("counters").GetArrayLength()));
        }
    }
}
