using System.Net;
using System.Net.Http.Json;
using Dapper;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.HandOvers;

/// <summary>Numbers of slips: no two campaigns give the same, and each leads to its cases.</summary>
public sealed class SlipNumberStory
{
    private const string City = "430400";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_pattern_that_another_campaign_uses_is_refused_and_what_stood_before_stays(On on)
    {
        await using var town = await Town.Start(on);
        var clerk = await Machine.Of(town, "city-clerk");
        Dictionary<string, string> Form(string code, string slips) => new()
        {
            ["code"] = code,
            ["nameZh"] = "矿区整改",
            ["nameEn"] = "Mine area",
            ["procedure"] = "full/4",
            ["office"] = "430400-zgb",
            ["from"] = "2021-03-15",
            ["slipPattern"] = slips,
        };
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/campaigns", Form("KQ", "衡督交〔{0}〕{1}号"))).Status);
        (await clerk.Post("/api/campaigns", Form("WK", "衡督交[{0}]{1}号"))).IsRefusedFor("campaign.slip_taken");
        foreach (var code in new[] { "WK", "XF" }) Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/campaigns", Form(code, "{2}督交〔{0}〕{1}号"))).Status);

        var browser = await town.SignIn("city-clerk");
        Assert.Equal("{2}交办〔{0}〕{1}号", (await browser.Get("/campaigns/new")).Page.QuerySelector("#slipPattern")!.GetAttribute("value"));
        var refused = await browser.Submit(await browser.Get("/campaigns/XF"), "/campaigns/XF", [.. Form("XF", "衡督交〔{0}〕{1}号").Where(f => f.Key != "code").Select(f => (f.Key, f.Value))]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "#slipPattern"), (refused.Status, refused.Page.QuerySelector(".du-errors a")!.GetAttribute("href")));
        Assert.Contains("专项 KQ 的交办单已经这样编号", refused.Text, StringComparison.Ordinal);

        // Two that were given the same before this was a rule keep it, and can be changed otherwise.
        await town.The<EventStore>().Write((db, tx) => db.ExecuteAsync("update campaigns set slip_pattern = '衡督交〔{0}〕{1}号' where code = 'WK'", transaction: tx), TestContext.Current.CancellationToken);
        var kept = Form("WK", "衡督交〔{0}〕{1}号");
        kept["nameZh"] = "改名";
        Assert.Equal(HttpStatusCode.OK, (await clerk.Send(HttpMethod.Put, "/api/campaigns/WK", JsonContent.Create(kept))).Status);
    }

    [Fact]
    public async Task A_change_that_names_another_campaign_in_its_body_is_refused()
    {
        await using var filled = await Filled.Begin();
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        var form = new { code = "ZZ", nameZh = "改名", nameEn = "renamed", procedure = "short/3", office = "430400-awb", from = "2021-03-02", slipPattern = "{2}交办〔{0}〕{1}号" };
        var refused = await clerk.Send(HttpMethod.Put, "/api/campaigns/AQ", JsonContent.Create(form));
        Assert.Contains("names the campaign AQ and the form says “ZZ”", refused.IsRefusedFor("campaign.code_stays").Text, StringComparison.Ordinal);
        foreach (var code in new[] { "AQ", null })
        {
            var same = new { code, form.nameZh, form.nameEn, form.procedure, form.office, form.from, form.slipPattern };
            Assert.Equal(HttpStatusCode.OK, (await clerk.Send(HttpMethod.Put, "/api/campaigns/AQ", JsonContent.Create(same))).Status);
        }
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_slips_number_however_it_is_typed_leads_to_its_cases(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (a, b, c) = (await filled.Registered("通道堵塞"), await filled.Registered("电线老化"), await filled.Registered("衡安交〔2021〕1号上的护栏", "430423"));
        var campaigns = filled.Town.The<Campaigns>();
        await campaigns.Save(City, (await campaigns.Find(City, "AQ"))! with { SlipPattern = "衡安交〔{0}〕{1}号" }, new("test", DateTimeOffset.UnixEpoch));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        object Batch(params (string Case, string To)[] cases) => new { campaign = "AQ", cases = cases.Select(x => new { @case = x.Case, to = x.To }), due = "2021-04-30" };
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/hand-overs", Batch((a.Value, "430424"), (b.Value, "430424")))).Status);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post("/api/hand-overs", Batch((c.Value, "430423")))).Status);

        // The title of the third holds the words as well; both kinds of hit are wanted.
        foreach (var typed in new[] { "衡安交〔2021〕1号", "衡安交[2021]1号", "衡安交2021-1" })
            Assert.Equal([a.Value, b.Value], (await Cases(typed)).Where(x => x != c.Value));
        Assert.Contains(c.Value, await Cases("衡安交〔2021〕1号"));
        Assert.Equal([c.Value], await Cases("衡安交〔2021〕2号"));
        Assert.Equal([a.Value, b.Value], Filled.Rows(await filled.See("hengdong-liaison", "/cases?text=" + Uri.EscapeDataString("衡安交〔2021〕1号"))));
        Assert.Empty(Filled.Rows(await filled.See("hengdong-liaison", "/cases?text=" + Uri.EscapeDataString("衡安交〔2021〕2号"))));

        Assert.Equal(["衡安交〔2021〕1号"], await Slips("city-clerk", "〔2021〕1号"));
        Assert.Equal(["衡安交〔2021〕2号", "衡安交〔2021〕1号"], (await Slips("city-clerk", "衡安交")).OrderDescending());
        Assert.Equal(["衡安交〔2021〕1号"], await Slips("hengdong-liaison", "衡安交"));
        Assert.Equal(2, (await clerk.Get("/api/slips?campaign=AQ")).Body.GetArrayLength());
        Assert.Equal("430423", (await clerk.Get("/api/slips?number=" + Uri.EscapeDataString("衡安交〔2021〕2号"))).Body[0].GetProperty("unit").GetString());
        (await clerk.Get("/api/slips")).IsRefusedFor("slips.which");

        async Task<IReadOnlyList<string>> Cases(string text) =>
            [.. (await clerk.Get("/api/cases?text=" + Uri.EscapeDataString(text))).Body.GetProperty("cases").EnumerateArray().Select(x => x.GetProperty("case").GetString()!)];
        async Task<IReadOnlyList<string>> Slips(string user, string number) =>
            [.. (await filled.See(user, "/slips?number=" + Uri.EscapeDataString(number))).Page.QuerySelectorAll("main tbody td.no a").Select(x => x.TextContent)];
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_slip_is_found_among_however_many_cases_that_have_its_number_in_their_words(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (a, c) = (await filled.HandedOver("通道堵塞", "2021-04-30"), await filled.Registered("单AQ-001上的护栏"));
        await Copy(filled, "cases", $"x.case_id = '{c}'", ("case_id", "'AQ-9' || n.i"), ("text_id", "n.i"));
        var store = filled.Town.The<EventStore>();
        var tokens = Bigrams.Of("单AQ-001上的护栏");
        await store.Write((db, tx) => db.ExecuteAsync(
            store.Dialect == Dialect.Sqlite ? "insert into case_texts (rowid, tokens) values (@i, @tokens)" : "insert into case_texts (text_id, tokens) values (@i, to_tsvector('simple', @tokens))",
            Enumerable.Range(1, 2001).Select(i => new { i = (long)i, tokens }), tx));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        foreach (var typed in new[] { "单AQ-001", "单AQ 001" })
            Assert.Equal(a.Value, Assert.Single((await clerk.Get($"/api/cases?stage=handed_over&text={Uri.EscapeDataString(typed)}")).Body.GetProperty("cases").EnumerateArray()).GetProperty("case").GetString());
        Assert.Equal(50, (await clerk.Get($"/api/cases?text={Uri.EscapeDataString("单AQ-001")}")).Body.GetProperty("cases").GetArrayLength());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_slip_of_one_campaign_is_found_among_however_many_of_another(On on)
    {
        await using var filled = await Filled.Begin(on);
        await filled.HandedOver("通道堵塞", "2021-04-30");
        await Copy(filled, "slips", "1 = 1", ("slip_id", "'AA-' || n.i"), ("campaign", "'AA'"));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        Assert.Equal("AQ", Assert.Single((await clerk.Get($"/api/slips?campaign=AQ&number={Uri.EscapeDataString("单")}")).Body.EnumerateArray()).GetProperty("campaign").GetString());
    }

    // Rows like the one there is, so many that a limit is passed.
    private static async Task Copy(Filled filled, string table, string where, params (string Column, string Value)[] other)
    {
        var store = filled.Town.The<EventStore>();
        await using var db = await store.Connect();
        var columns = ((IDictionary<string, object>)await db.QueryFirstAsync($"select * from {table}")).Keys.ToList();
        var values = columns.Select(c => other.FirstOrDefault(o => o.Column == c).Value ?? "x." + c);
        await store.Write((db, tx) => db.ExecuteAsync(
            $"""
            insert into {table} ({string.Join(", ", columns)}) with recursive n(i) as (select 1 union all select i + 1 from n where i < 2001)
            select {string.Join(", ", values)} from {table} x cross join n where {where}
            """, transaction: tx));
    }
}
