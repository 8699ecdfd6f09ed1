using System.Net;
using Duban.Domain.People;
using Duban.Web.Demo;
using Duban.Web.People;
using Duban.Web.Tests.Cases.Pages;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Cases;

/// <summary>Two nodes on one database are as good as one.</summary>
public sealed class TwoNodesStory
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Who_signed_in_on_one_is_in_on_the_other_and_its_forms_are_taken_there(On on)
    {
        await using var here = await Town.Start(on);
        await using var there = await here.Beside();
        var nodes = new Balancer(here, there);
        var browser = new Browser(nodes);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignIn("city-clerk", DemoPeople.Password)).Status);
        for (var i = 0; i < 4; i++)
        {
            var page = await browser.Get("/account");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(page, "/language", ("culture", i % 2 == 0 ? "en" : "zh-CN"))).Status);
        }
        Assert.True(nodes.Asked.All(n => n > 4));

        await here.The<PeopleRegister>().Disable(new PersonId("city-clerk"), "administrator");
        here.Clock.Advance(TimeSpan.FromSeconds(6));
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/cases")).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_act_on_one_is_judged_on_the_other_and_no_act_is_done_twice(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        await using var there = await walk.Town.Beside();
        var (clerk, clerkThere) = (await Machine.Of(walk.Town, "city-clerk"), await Machine.Of(there, "city-clerk"));
        Assert.Equal(HttpStatusCode.OK, (await clerkThere.Get($"/api/cases/{walk.Id}")).Status);
        await walk.Signed();

        // The other node still remembers the case as it was registered.
        (await clerkThere.Act(walk.Id, "hand-over", new { to = "430424", slip = "再交1号", due = "2021-06-30" })).IsRefusedFor("case.stage");
        var mates = new[] { clerk, clerkThere };
        var keyed = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => mates[i % 2].Act(walk.Id, "chase", new { words = "请抓紧" }, once: "k1")));
        Assert.All(keyed, told => Assert.Equal(HttpStatusCode.OK, told.Status));
        Assert.Single(keyed.Select(told => told.Body.ToString()).Distinct());
        var version = int.Parse((await clerk.Get($"/api/cases/{walk.Id}"))["version"]!, System.Globalization.CultureInfo.InvariantCulture);
        var raced = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => mates[i % 2].Act(walk.Id, "chase", new { words = $"第 {i} 次" }, seen: version)));
        Assert.Single(raced, told => told.Status == HttpStatusCode.OK);
        Assert.Equal(15, raced.Count(told => told.Status == HttpStatusCode.Conflict));
        var numbers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => mates[i % 2].Post("/api/cases",
            new { campaign = "JL", title = $"并发 {i}", description = "描述", place = "地点", source = "巡查", level = "general" })));
        Assert.Equal(20, numbers.Select(told => told["case"]).Distinct().Count());

        var events = (await clerkThere.Get($"/api/cases/{walk.Id}/events")).Body.EnumerateArray().ToList();
        Assert.Equal(2, events.Count(e => e.GetProperty("name").GetString() == "chased"));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e.GetProperty("version").GetInt32()));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Many_acts_that_meet_on_one_case_are_all_done_one_after_the_other(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        await walk.Signed();
        var met = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => clerk.Act(walk.Id, "chase", new { words = $"第 {i} 次催办" })));
        Assert.All(met, told => Assert.Equal(HttpStatusCode.OK, told.Status));
        Assert.Equal(64, met.Select(told => told["version"]).Distinct().Count());
        // The line is gone with the last of them: the next act waits for nobody.
        (await clerk.Act(walk.Id, "chase", new { words = "再催" })).IsNow("accepted");
    }

    // As a proxy does without being told otherwise: every request to the next node.
    private sealed class Balancer(params Town[] towns) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker[] nodes = [.. towns.Select(t => new HttpMessageInvoker(t.App.GetTestServer().CreateHandler()))];
        private int next;

        public int[] Asked { get; } = new int[towns.Length];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var node = next++ % nodes.Length;
            Asked[node]++;
            return nodes[node].SendAsync(request, cancellationToken);
        }
    }
}
