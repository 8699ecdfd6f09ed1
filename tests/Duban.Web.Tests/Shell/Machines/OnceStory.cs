using System.Net;
using System.Net.Http.Json;
using System.Text;
using Dapper;
using Duban.Ledger;
using Duban.Web.Residents.Codes;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Shell.Machines;

/// <summary>The same request sent again, at every kind of door: answered as before and done once.</summary>
public sealed class OnceStory
{
    private static readonly object Mine = new { code = "KQ", nameZh = "矿区整改", nameEn = "Mine area", procedure = "full/3", office = "430400-zgb", from = "2021-03-15", slipPattern = "衡督交〔{0}〕{1}号" };

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_is_set_up_twice_under_one_key_is_set_up_once(On on)
    {
        await using var town = await Town.Start(on);
        await using var there = await town.Beside();
        var (clerk, clerkThere) = (await Machine.Of(town, "city-clerk"), await Machine.Of(there, "city-clerk"));
        var opened = await clerk.Post("/api/campaigns", Mine, once: "k1");
        Assert.Equal((HttpStatusCode.OK, false), (opened.Status, opened.Replayed));
        var again = await clerkThere.Post("/api/campaigns", Mine, once: "k1");
        Assert.Equal((HttpStatusCode.OK, true, opened.Text), (again.Status, again.Replayed, again.Text));
        (await clerk.Post("/api/campaigns", new { code = "KQ" }, once: "k1")).IsRefusedFor("once.key_reused");
        (await clerk.Post("/api/calendar", Mine, once: "k1")).IsRefusedFor("once.key_reused");
        // Another person's key of the same name is another key; without a key it is another act.
        (await (await Machine.Of(town, "city-head")).Post("/api/campaigns", Mine, once: "k1")).IsRefusedFor("campaign.taken");
        (await clerk.Post("/api/campaigns", Mine)).IsRefusedFor("campaign.taken");
        Assert.Equal(1, await Count(town, "setup_changes where subject like 'campaign/%'"));

        // A refusal is not kept: mended, the same key goes through.
        (await clerk.Send(HttpMethod.Put, "/api/campaigns/KQ", JsonContent.Create(new { nameZh = "" }), once: "k2")).IsRefusedFor("field.required", "field.required", "field.required", "field.required", "field.required", "campaign.slip");
        Assert.Equal(HttpStatusCode.OK, (await clerk.Send(HttpMethod.Put, "/api/campaigns/KQ", JsonContent.Create(Mine), once: "k2")).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Of_many_at_once_under_one_key_one_acts_and_all_hear_the_same(On on)
    {
        await using var town = await Town.Start(on);
        await using var there = await town.Beside();
        Machine[] nodes = [await Machine.Of(town, "city-clerk"), await Machine.Of(there, "city-clerk")];
        var told = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => nodes[i % 2].Post("/api/campaigns", Mine, once: "k1")));
        Assert.All(told, t => Assert.Equal((HttpStatusCode.OK, told[0].Text), (t.Status, t.Text)));
        Assert.Single(told, t => !t.Replayed);
        Assert.Equal(1, await Count(town, "setup_changes where subject like 'campaign/%'"));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_password_or_a_token_is_told_once_and_kept_nowhere(On on)
    {
        await using var town = await Town.Start(on);
        var keeper = await Machine.Of(town, "administrator");
        foreach (var (address, body, secret) in new (string, object, string)[]
        {
            ("/api/people", new { userName = "nanyue-third", name = "南岳区第三联络员", unit = "南岳区", role = "Liaison" }, "password"),
            ("/api/people/nanyue-third/password", new { }, "password"),
            ("/api/people/nanyue-third/tokens", new { name = "台账同步", scope = "Write" }, "token"),
        })
        {
            var first = await keeper.Post(address, body, once: address);
            var told = first[secret]!;
            Assert.True(first.Status == HttpStatusCode.OK && told.Length > 10, first.Text);
            var again = await keeper.Post(address, body, once: address);
            Assert.Equal((HttpStatusCode.OK, true, ""), (again.Status, again.Replayed, again[secret]));
            Assert.NotEqual("", again["note"]);
            await using var db = await town.The<EventStore>().Connect();
            Assert.All(await db.QueryAsync<byte[]>("select answer from once"), kept => Assert.DoesNotContain(told, Encoding.UTF8.GetString(kept), StringComparison.Ordinal));
            if (secret == "password" && address != "/api/people") Assert.Equal(HttpStatusCode.Redirect, (await town.Open().SignIn("nanyue-third", told)).Status);
        }
        Assert.Single((await keeper.Get("/api/people/nanyue-third/tokens")).Body.EnumerateArray());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_list_sent_twice_with_another_boundary_is_the_same_list(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        static MultipartFormDataContent List(string row) => new(Guid.NewGuid().ToString("N"))
        {
            { new StringContent("JL"), "campaign" }, { new ByteArrayContent(Encoding.UTF8.GetBytes($"编号,隐患描述,责任单位\n1,{row},衡东县\n")), "file", "list.csv" },
        };
        var done = await clerk.Send(HttpMethod.Post, "/api/imports", List("消防通道堵塞"), once: "k1");
        Assert.Equal("1", done["created"]);
        var again = await clerk.Send(HttpMethod.Post, "/api/imports", List("消防通道堵塞"), once: "k1");
        Assert.Equal((true, done.Text), (again.Replayed, again.Text));
        (await clerk.Send(HttpMethod.Post, "/api/imports", List("电线老化"), once: "k1")).IsRefusedFor("once.key_reused");
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_lead_registered_twice_under_one_key_takes_one_number(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        var matter = new { campaign = "JL", title = "路面塌陷", description = "塌陷两米见方", place = "甘溪镇石岗村", source = "群众反映", level = "general" };
        var leads = new List<string>();
        foreach (var title in new[] { "路面塌陷", "沟渠发红" })
            leads.Add((await clerk.Post("/api/leads", new { title, description = "见现场", place = "甘溪镇石岗村" }, once: $"lead-{leads.Count}"))["case"]!);
        Assert.Equal(leads[0], (await clerk.Post("/api/leads", new { title = "路面塌陷", description = "见现场", place = "甘溪镇石岗村" }, once: "lead-0"))["case"]);
        var registered = await clerk.Act(leads[0], "register", matter, once: "k1", seen: 1);
        var again = await clerk.Act(leads[0], "register", matter, once: "k1", seen: 1);
        Assert.Equal((HttpStatusCode.OK, true, registered.Text), (again.Status, again.Replayed, again.Text));
        // The same words for another lead are another request.
        (await clerk.Act(leads[1], "register", matter, once: "k1")).IsRefusedFor("once.key_reused");
        Assert.Equal(HttpStatusCode.Conflict, (await clerk.Act(leads[1], "register", matter, seen: 7)).Status);
        Assert.Equal("registered", (await clerk.Act(leads[1], "register", matter, seen: 1))["events"]!.Split('"')[1]);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_batch_handed_over_twice_has_its_slips_once(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        object Batch(string due) => new { campaign = "JL", cases = new[] { new { @case = walk.Id, to = "430424", due } }, contact = "0734-0000000" };
        var done = await clerk.Post("/api/hand-overs", Batch("2021-06-30"), once: "k1");
        Assert.Equal((HttpStatusCode.OK, "1"), (done.Status, done["cases"]));
        var again = await clerk.Post("/api/hand-overs", Batch("2021-06-30"), once: "k1");
        Assert.Equal((HttpStatusCode.OK, true, done.Text), (again.Status, again.Replayed, again.Text));
        (await clerk.Post("/api/hand-overs", Batch("2021-07-30"), once: "k1")).IsRefusedFor("once.key_reused");
        Assert.Equal(1, await Count(walk.Town, "slips"));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_resident_who_sends_twice_answers_and_objects_once(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        await walk.Verified();
        await walk.Do("city-clerk", "draw-sample", ("affected", "30"), ("size", "30"));
        var clerk = await Machine.Of(walk.Town, "city-clerk");
        var codes = (await clerk.Get($"/api/cases/{walk.Id}/codes")).Body[0].GetProperty("codes").EnumerateArray().Select(c => c.GetString()!).ToList();
        var anybody = Machine.Stranger(walk.Town);
        for (var i = 0; i < 2; i++)
        {
            var told = await anybody.Post($"/api/answers/{codes[0]}", new { answer = "yes" }, once: "k1");
            Assert.Equal((HttpStatusCode.OK, "yes", i > 0), (told.Status, told["answer"], told.Replayed));
        }
        (await anybody.Post($"/api/answers/{codes[0]}", new { answer = "no" }, once: "k1")).IsRefusedFor("once.key_reused");
        (await anybody.Post($"/api/answers/{codes[0]}", new { answer = "yes" })).IsRefusedFor("survey.answered");
        // A key is the code's own: another resident may use the same.
        foreach (var code in codes.Skip(1)) Assert.Equal((HttpStatusCode.OK, false), await Sent(anybody.Post($"/api/answers/{code}", new { answer = "yes" }, once: "k1")));
        var renewed = await clerk.Post($"/api/cases/{walk.Id}/codes", new { }, once: "k2");
        Assert.Equal(renewed.Text, (await clerk.Post($"/api/cases/{walk.Id}/codes", new { }, once: "k2")).Text);

        await walk.Do("city-clerk", "close-survey");
        await walk.Published();
        var address = $"/api/notices/{walk.Id}/objections";
        var first = await anybody.Post(address, new { words = "雨天沟里还是红水", contact = "村口小店" }, once: "k1");
        var second = await anybody.Post(address, new { words = "雨天沟里还是红水", contact = "村口小店" }, once: "k1");
        Assert.Equal((HttpStatusCode.OK, true, first["reference"]), (second.Status, second.Replayed, second["reference"]));
        (await anybody.Post(address, new { words = "别的话" }, once: "k1")).IsRefusedFor("once.key_reused");
        Assert.NotEqual(first["reference"], (await anybody.Post(address, new { words = "别的话" }, once: "k3"))["reference"]);
        Assert.Equal(2, (await clerk.Get($"/api/cases/{walk.Id}/events")).Body.EnumerateArray().Count(e => e.GetProperty("name").GetString() == "objection_raised"));

        await using var db = await walk.Town.The<EventStore>().Connect();
        var kept = (await db.QueryAsync<string>("select key from once")).ToList();
        Assert.DoesNotContain(kept, k => codes.Exists(c => k.Contains(Code.Read(c)!.Value, StringComparison.Ordinal)));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_request_whose_server_died_over_it_is_told_so_and_not_done_again(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await Machine.Of(town, "city-clerk");
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/campaigns", Mine, once: "k1")).Status);
        // As the row stands when the act is committed and the answer is not.
        await town.The<EventStore>().Write((db, tx) => db.ExecuteAsync("update once set claim = 'gone', claimed_until = at, begun = 1", transaction: tx));
        var told = await clerk.Post("/api/campaigns", Mine, once: "k1");
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        told.IsRefusedFor("once.broken_off");
    }

    private static async Task<(HttpStatusCode, bool)> Sent(Task<Told> sending)
    {
        var told = await sending;
        return (told.Status, told.Replayed);
    }

    private static async Task<long> Count(Town town, string table)
    {
        await using var db = await town.The<EventStore>().Connect();
        return await db.ExecuteScalarAsync<long>($"select count(*) from {table}");
    }
}
