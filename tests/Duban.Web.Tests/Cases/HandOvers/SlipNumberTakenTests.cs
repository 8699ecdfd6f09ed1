using System.Net;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>One number, one slip: also where it is typed, by whomever, and whatever its brackets.</summary>
public sealed class SlipNumberTakenTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_number_that_a_slip_has_is_refused_for_another_and_the_slip_is_named(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (first, second) = (await filled.Registered("通道堵塞"), await filled.Registered("电线老化"));
        var machine = await Machine.Of(filled.Town, "city-clerk");
        (await machine.Act(first.Value, "hand-over", Over("衡安交〔2021〕7号"))).IsNow("handed_over");
        foreach (var typed in new[] { "衡安交〔2021〕7号", "衡安交[2021]第7号", " 衡安交2021-7 " })
            (await machine.Post($"/api/cases/{second}/hand-over", Over(typed))).IsRefusedFor("slip.number_taken");

        var clerk = await filled.Town.SignIn("city-clerk");
        var refused = await clerk.Submit(await clerk.Get($"/cases/{second}/hand-over"), $"/cases/{second}/hand-over", ("to", "430424"), ("slip", "衡安交2021-7"), ("due", "2021-04-30"));
        Assert.Equal(["#slip"], refused.Page.QuerySelectorAll(".du-errors a").Select(a => a.GetAttribute("href")));
        Assert.Contains("这个字号已经用了：3月15日 周一交办给衡东县的交办单 衡安交〔2021〕7号", refused.Text, StringComparison.Ordinal);
        (await machine.Act(second.Value, "hand-over", Over("衡安交〔2021〕8号"))).IsNow("handed_over");
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_campaigns_own_numbers_pass_over_those_that_were_typed(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (alone, batch, last) = (await filled.Registered("通道堵塞", due: "2021-04-30"), await filled.Registered("电线老化", due: "2021-04-30"), await filled.Registered("护栏缺失", unit: "430423", due: "2021-04-30"));
        var machine = await Machine.Of(filled.Town, "city-clerk");
        (await machine.Act(alone.Value, "hand-over", Over("AQ交办〔2021〕1号"))).IsNow("handed_over");
        Assert.Equal("AQ交办〔2021〕2号", (await filled.See("city-clerk", $"/cases/{last}/hand-over")).Page.QuerySelector("#slip")!.GetAttribute("value"));
        var cases = new[] { new { @case = batch.Value, to = "430424", due = "2021-04-30" } };
        Assert.Equal(HttpStatusCode.OK, (await machine.Post("/api/hand-overs", new { campaign = "AQ", cases })).Status);
        Assert.Equal(["AQ交办〔2021〕1号", "AQ交办〔2021〕2号"], (await machine.Get("/api/slips?campaign=AQ")).Body.EnumerateArray().Select(s => s.GetProperty("number").GetString()).Order());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Of_many_who_type_the_same_number_at_once_one_has_it_and_the_others_hear_who(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (ids, machine) = (new List<string>(), await Machine.Of(filled.Town, "city-clerk"));
        for (var i = 0; i < 8; i++) ids.Add((await filled.Registered($"隐患{i}")).Value);
        var told = await Task.WhenAll(ids.Select(id => machine.Post($"/api/cases/{id}/hand-over", Over("衡安交〔2021〕7号"))));
        Assert.Single(told, t => t.Status == HttpStatusCode.OK);
        Assert.All(told.Where(t => t.Status != HttpStatusCode.OK), t => t.IsRefusedFor("slip.number_taken"));
        Assert.Single((await machine.Get("/api/slips?number=衡安交2021-7")).Body.EnumerateArray());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_meeting_and_those_who_type_its_numbers_at_that_moment_never_share_one(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (alone, met, machine) = (new List<string>(), new List<string>(), await Machine.Of(filled.Town, "city-clerk"));
        for (var i = 0; i < 8; i++) (i % 2 == 0 ? alone : met).Add((await filled.Registered($"隐患{i}")).Value);
        var typed = alone.Select((id, i) => machine.Post($"/api/cases/{id}/hand-over", Over($"AQ交办〔2021〕{i + 1}号")));
        var batches = met.Select(id => machine.Post("/api/hand-overs", new { campaign = "AQ", cases = new[] { new { @case = id, to = "430424", due = "2021-04-30" } } }));
        var told = await Task.WhenAll([.. typed, .. batches]);
        Assert.All(told.Skip(alone.Count), t => Assert.Equal(HttpStatusCode.OK, t.Status));
        var numbers = (await machine.Get("/api/slips?campaign=AQ")).Body.EnumerateArray().Select(s => s.GetProperty("number").GetString()).ToList();
        Assert.Equal(told.Count(t => t.Status == HttpStatusCode.OK), numbers.Distinct().Count());
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    private static object Over(string slip) => new { to = "430424", slip, due = "2021-04-30" };
}
