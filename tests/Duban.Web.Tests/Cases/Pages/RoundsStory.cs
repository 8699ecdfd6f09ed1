using System.Net;
using System.Text.Json;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Residents;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>A case that came back: its earlier rounds can be read on its page, on paper and by a program, by those who may read the case and by nobody else.</summary>
public sealed class RoundsStory
{
    // What residents said, how to reach them, and who they are.
    private static readonly string[] secrets = ["雨天还有红水", "沟里又红了", "村口王家", "13900000000", "村口小店"];

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_first_round_of_a_case_that_came_back_stands_folded_on_its_page_with_everything_that_was_planned_shown_asked_and_decided(On on)
    {
        await using var walk = await CameBack(on);
        var page = (await walk.See("hengdong-liaison")).Page;
        Assert.Null(page.QuerySelector("#plan"));
        var first = Assert.Single(page.QuerySelectorAll("#rounds details.du-round"));
        Assert.False(first.HasAttribute("open"));
        foreach (var told in new[]
        {
            "第 1 轮", "首次交办", "异议 YY-2 成立，重新整改：确有渗漏", "没有超期", "衡东县", "出水达标", "涌水收集导流", "方案可行", "处理站出水口", "两项措施全部完成", "出水清", "解决了 30", "YY-1", "不成立。取样达标",
        }) Assert.Contains(told, first.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, first.QuerySelectorAll("img[loading=lazy]").Length);

        await walk.Do("hengdong-liaison", "plan", [.. Walk.Plan.Where(f => f.Item1 != "goals"), ("goals", "彻底封堵")]);
        page = (await walk.See("hengdong-liaison")).Page;
        Assert.Contains("彻底封堵", page.QuerySelector("#plan")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("彻底封堵", page.QuerySelector("#rounds")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("出水达标", page.QuerySelector("#plan")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_round_is_printed_the_oldest_first_and_every_date_has_its_year()
    {
        await using var walk = await CameBack(On.Sqlite);
        var paper = (await walk.See("city-clerk", "print")).Page;
        Assert.Equal(["第 1 轮", "第 2 轮"], paper.QuerySelectorAll("h2").Select(h => h.FirstChild!.TextContent).Where(h => h.StartsWith('第')));
        var text = paper.QuerySelector(".sheet")!.TextContent;
        Assert.True(text.IndexOf("出水达标", StringComparison.Ordinal) < text.LastIndexOf("第 2 轮", StringComparison.Ordinal));
        foreach (var told in new[] { "发码 30 户：解决了 30", "意见：同意（衡东县应急管理局 · 核查人，2021年3月15日）", "YY-2（2021年3月15日提出）：成立。确有渗漏", "2021年6月30日" }) Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!年)\d{1,2}月\d{1,2}日", text);
    }

    [Fact]
    public async Task Where_a_round_runs_it_is_told_as_running_and_its_days_from_what_they_count()
    {
        await using var walk = await CameBack(On.Sqlite);
        walk.Days(4);
        var chinese = (await walk.See("city-clerk", "print")).Text;
        Assert.Contains("4 天（从 2021年3月15日", chinese, StringComparison.Ordinal);
        Assert.Contains("到单位手里算起）", chinese, StringComparison.Ordinal);
        var browser = await walk.As("city-clerk");
        await browser.Submit(await browser.Get($"/cases/{walk.Id}"), "/language", ("Culture", "en"));
        var facts = (await walk.See("city-clerk", "print")).Page.QuerySelectorAll("table.facts tr").Select(row => (row.QuerySelector("th")?.TextContent, row.QuerySelector("td")?.TextContent)).ToList();
        Assert.Contains(("Now", "under way"), facts);
        Assert.Single(facts, f => f.Item1 == "Ended with");
        Assert.Single(facts, f => f.Item1 == "So far");
        var looked = (await walk.Town.Open().Get($"/lookup/{walk.Report}")).Text;
        Assert.Contains("重新整改，等单位报新方案", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("单位已签收，正在定方案", looked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_the_rounds_with_their_signatures()
    {
        await using var walk = await CameBack(On.Sqlite);
        var rounds = (await (await Machine.Of(walk.Town, "hengdong-liaison")).Get($"/api/cases/{walk.Id}")).Body.GetProperty("rounds");
        Assert.Equal(2, rounds.GetArrayLength());
        var (first, second) = (rounds[0], rounds[1]);
        Assert.Equal((1, "2021-03-15", "430424", 0), (first.GetProperty("number").GetInt32(), first.GetProperty("until").GetString(), first.GetProperty("unit").GetString(), first.GetProperty("daysLate").GetInt32()));
        Assert.Equal(("objection_upheld", "city-clerk"), (At(first, "ended", "event"), At(first, "ended", "by", "person")));
        Assert.Equal(("出水达标", "hengdong-leader", "100"), (At(first, "plan", "goals"), At(first, "plan", "leader"), At(first, "progress", "M1")));
        Assert.Equal(["before", "after"], first.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("kind").GetString()));
        Assert.Equal(("True", "hengdong-verifier", "出水清"), (At(first, "verifications", "passed"), At(first, "verifications", "by", "person"), At(first, "verifications", "record", "findings")));
        Assert.Equal(("30", "True"), (At(first, "surveys", "yes"), At(first, "surveys", "passed")));
        Assert.Equal(["YY-1 False", "YY-2 True"], first.GetProperty("notices")[0].GetProperty("objections").EnumerateArray().Select(o => $"{At(o, "reference")} {At(o, "decision", "passed")}"));
        Assert.Equal(("objection_upheld", "", ""), (At(second, "began", "event"), At(second, "ended"), At(second, "plan")));
    }

    [Fact]
    public async Task Nobody_learns_from_an_earlier_round_what_they_could_not_learn_from_the_present_one()
    {
        await using var walk = await CameBack(On.Sqlite);
        var page = await walk.See("hengdong-liaison");
        var picture = page.Page.QuerySelector("#rounds .du-pair img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, (await walk.See("hengdong-liaison", picture)).Status);
        foreach (var address in new[] { picture, picture[..^"/thumb".Length], $"/cases/{walk.Id}", $"/cases/{walk.Id}/print" })
            Assert.Equal(HttpStatusCode.NotFound, (await walk.See("qidong-liaison", address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Machine.Of(walk.Town, "qidong-liaison")).Get($"/api/cases/{walk.Id}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await walk.See("hengdong-liaison", "words")).Status);
        foreach (var user in new[] { "hengdong-liaison", "hengdong-verifier", "city-clerk" })
        {
            var rounds = (await walk.See(user)).Page.QuerySelector("#rounds")!.InnerHtml;
            var paper = (await walk.See(user, "print")).Html;
            var told = (await (await Machine.Of(walk.Town, user)).Get($"/api/cases/{walk.Id}")).Text;
            foreach (var secret in secrets) Assert.All(new[] { rounds, paper, told }, shown => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
            Assert.DoesNotContain("\"c1\"", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_survey_that_ended_with_its_case_asks_nobody_for_an_answer_any_more()
    {
        await using var walk = await (await (await Walk.OfLead()).Verified()).Do("city-clerk", "draw-sample", ("affected", "60"), ("size", "30"));
        var asked = await Survey();
        Assert.Contains("前答复", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("没有计数", asked, StringComparison.Ordinal);

        await walk.Do("city-clerk", "void", ("reason", "误报"));
        await walk.Do("city-head", "decide", ("grant", "yes"), ("opinion", "核实为误报"));
        var ended = await Survey();
        Assert.Contains("没有计数", ended, StringComparison.Ordinal);
        Assert.DoesNotContain("前答复", ended, StringComparison.Ordinal);

        async Task<string> Survey() => (await walk.See("city-clerk", "print")).Page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("发码 30 户：", StringComparison.Ordinal)).TextContent;
    }

    [Fact]
    public async Task A_case_in_its_first_round_has_no_earlier_ones_on_its_page_and_its_own_in_the_dossier()
    {
        await using var walk = await (await Walk.Begin()).Verified();
        Assert.Null((await walk.See("city-clerk")).Page.QuerySelector("#rounds"));
        Assert.Contains("正在办理", (await walk.See("city-clerk", "print")).Text, StringComparison.Ordinal);
    }

    // A resident's report, solved, surveyed, published; two objections, one of them upheld.
    internal static async Task<Walk> CameBack(On on)
    {
        var walk = await (await (await Walk.OfLead(on)).Verified()).Satisfied();
        var (words, at) = (walk.Town.The<ResidentWords>(), walk.Town.Time.GetUtcNow());
        await words.AddToAnswer(walk.Id, "c1", "雨天还有红水", at);
        await walk.Do("city-clerk", "notice");
        var resident = new Actor(new PersonId("resident"), Role.Resident, new UnitPath("430400/"), UnitKind.City);
        foreach (var (reference, opinion) in new[] { ("YY-1", "取样达标"), ("YY-2", "确有渗漏") })
        {
            var asked = new Asked(new CaseId(walk.Id), new RaiseObjection(reference)) { Rows = [words.Objection(new CaseId(walk.Id), reference, "沟里又红了", "村口王家", at)] };
            Assert.IsType<CaseAnswer.Done>(await walk.Town.The<CaseLedger>().Ask("430400", asked, walk.Town.The<CaseDoor>().ActOf(resident)));
            await walk.Do("city-clerk", "decide-objection", ("reference", reference), ("uphold", reference == "YY-2" ? "yes" : "no"), ("opinion", opinion));
        }
        return walk;
    }

    // The text at the end of a way of names; of a list its first.
    private static string At(JsonElement from, params string[] way)
    {
        foreach (var name in way)
        {
            from = from.GetProperty(name);
            if (from.ValueKind == JsonValueKind.Array) from = from[0];
        }
        return from.ToString();
    }
}
