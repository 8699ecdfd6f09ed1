using System.Net;
using Duban.Web.Cases;
using Duban.Web.Residents;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Residents;

/// <summary>The residents' part of the loop, over HTTP, on both databases: a slip, a tap, a notice, an objection.</summary>
public sealed class LoopOfResidents
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_sample_gets_its_codes_answers_once_each_and_an_upheld_objection_begins_a_new_round(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        await walk.Verified();
        await walk.Do("city-clerk", "draw-sample", ("affected", "60"), ("size", "30"));
        var codes = await Printed(walk);
        Assert.Equal(30, codes.Distinct().Count());
        var paper = (await walk.See("city-clerk", (await Sheet(walk))!)).Page;
        Assert.Contains(codes[0][..3], paper.QuerySelector(".sheet")!.TextContent);
        // A slip says of itself which case it is, where, and who asks.
        Assert.All(paper.QuerySelectorAll(".codes > div"), slip => Assert.All(new[] { "JL-001", "甘溪镇", "整改" }, told => Assert.Contains(told, slip.TextContent)));
        Assert.Null((await walk.See("city-head", "codes")).Page.QuerySelector("td a"));
        Assert.Equal(HttpStatusCode.Forbidden, (await walk.See("hengdong-liaison", "codes")).Status);

        foreach (var (i, code) in codes.Index()) await Answer(walk, code, i == 0 ? "no" : i == 1 ? "partly" : "yes");
        var again = await walk.Town.Open().Get($"/a/{codes[0]}");
        Assert.Contains("一个码只能答一次", again.Text);
        var events = await walk.See("city-clerk", $"/cases/{walk.Id}?all=1");
        Assert.DoesNotContain(codes, code => events.Html.Contains(code, StringComparison.Ordinal));
        await walk.Do("city-clerk", "close-survey");
        Assert.Contains("评", (await walk.Town.Open().Get($"/a/{codes[3]}")).Text);

        await walk.Published();
        var anybody = walk.Town.Open();
        Assert.Contains("银矿坪矿洞涌水", (await anybody.Get("/notices")).Text);
        var notice = await anybody.Get($"/notices/{walk.Id}");
        Assert.Equal(7, notice.Page.QuerySelectorAll("dl.facts dt").Length);
        var empty = await anybody.Submit(notice, $"/notices/{walk.Id}/objections", ("Words", " "), ("Contact", "村口小店"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("村口小店", empty.Html);
        var sent = await anybody.Submit(notice, $"/notices/{walk.Id}/objections", ("Words", "雨天沟里还是红水"), ("Contact", "村口小店"));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Contains("正在核实", (await anybody.Get(sent.Location!)).Text);
        var reference = sent.Location!.Split('/')[^1];

        Assert.Contains("雨天沟里还是红水", (await walk.See("city-clerk", $"decide-objection?reference={reference}")).Text);
        await walk.Do("city-clerk", "decide-objection", ("reference", reference), ("uphold", "yes"), ("opinion", "现场核实属实"));
        Assert.Contains("现场核实属实", (await anybody.Get(sent.Location!)).Text);
        Assert.Contains("公示中止", (await anybody.Get($"/notices/{walk.Id}")).Text);
        var c = await walk.Town.The<CaseLedger>().Load("430400", new(walk.Id));
        Assert.Equal((2, Duban.Domain.Cases.Stage.Accepted), (c!.Round, c.Stage));

        var words = await walk.See("city-head", "words");
        await (await walk.As("city-head")).Submit(words, $"/cases/{walk.Id}/words/erase", ("Reference", reference));
        Assert.DoesNotContain("雨天沟里还是红水", (await walk.See("city-head", "words")).Text);
        Assert.Contains(reference, (await walk.See("city-head", $"/cases/{walk.Id}?all=1")).Text);
        Assert.Null(Assert.Single(await walk.Town.The<ResidentWords>().Of(new(walk.Id)), s => s.Reference == reference).Contact);
    }

    [Fact]
    public async Task After_a_day_nobody_prints_a_sheet_and_unanswered_codes_are_made_anew()
    {
        await using var walk = await Walk.Begin();
        await walk.Verified();
        await walk.Do("city-clerk", "draw-sample", ("affected", "30"), ("size", "30"));
        var old = await Printed(walk);
        await Answer(walk, old[0], "yes");
        walk.Days(1);
        Assert.Null(await Sheet(walk));
        var page = await walk.See("city-clerk", "codes");
        await (await walk.As("city-clerk")).Submit(page, $"/cases/{walk.Id}/codes");
        var fresh = await Printed(walk);
        Assert.Equal(29, fresh.Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await walk.Town.Open().Get($"/a/{old[1]}")).Status);
        await Answer(walk, fresh[0], "partly");
        walk.Days(8);
        Assert.Contains("已经结束", (await walk.Town.Open().Get($"/a/{fresh[1]}")).Text);
    }

    private static async Task<string?> Sheet(Walk walk) => (await walk.See("city-clerk", "codes")).Page.QuerySelector("td a")?.GetAttribute("href");

    private static async Task<IReadOnlyList<string>> Printed(Walk walk) =>
        [.. (await walk.See("city-clerk", (await Sheet(walk))!)).Page.QuerySelectorAll(".code").Select(e => e.TextContent.Replace(" ", "", StringComparison.Ordinal))];

    // A resident with a browser of their own: types the code as it is read out, taps once.
    private static async Task Answer(Walk walk, string code, string answer)
    {
        var browser = walk.Town.Open();
        var entered = await browser.Submit(await browser.Get("/a"), "/a", ("Code", $"{code[..3].ToLowerInvariant()} {code[3..6]}-{code[6..]}"));
        Assert.Equal((HttpStatusCode.Redirect, $"/a/{code}"), (entered.Status, entered.Location));
        var page = await browser.Get(entered.Location!);
        Assert.True(page.Html.Length < 8_000, $"{page.Html.Length} characters for an old phone");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(page, $"/a/{code}", ("Answer", answer))).Status);
        Assert.Contains("收到了", (await browser.Get($"/a/{code}")).Text);
    }
}
