using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Residents;

/// <summary>What the public is told of a notice in each of its states, and of what somebody objected.</summary>
public sealed partial class NoticeStory
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Each_state_of_a_notice_has_its_own_true_sentence_and_the_form_only_while_it_is_taken(On on)
    {
        await using var walk = await OnNotice(on);
        var anybody = walk.Town.Open();
        var hanging = await anybody.Get($"/notices/{walk.Id}");
        Assert.Contains("可以提异议", hanging.Text);
        Assert.Contains("并经市级验收后", hanging.Text);
        var reference = await Object(walk, "雨天沟里还是红水", "村口小店");

        await walk.Do("city-clerk", "decide-objection", ("reference", reference), ("uphold", "no"), ("opinion", "连续三天取样都达标"));
        var told = await anybody.Get($"/notices/{walk.Id}");
        Assert.Contains("异议不成立", told.Text);
        Assert.Contains("连续三天取样都达标", told.Text);
        Assert.All(new[] { reference, "雨天沟里", "村口小店" }, own => Assert.DoesNotContain(own, told.Html));
        Assert.Contains("连续三天取样都达标", (await anybody.Get($"/notices/{walk.Id}/objections/{reference}")).Text);

        walk.Days(20);
        var over = await anybody.Get($"/notices/{walk.Id}");
        Assert.Contains("不再收异议", over.Text);
        Assert.Null(over.Page.QuerySelector("form[action$='/objections']"));
        var late = await anybody.Submit(hanging, $"/notices/{walk.Id}/objections", ("Words", "昨夜又流红水"), ("Contact", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("期满", late.Page.QuerySelector(".errors")!.TextContent);
        Assert.Contains("昨夜又流红水", late.Text);
        Assert.Contains("天数已满", (await anybody.Get("/notices")).Text);

        await walk.Do("city-clerk", "end-notice");
        await Says(walk, "等待市级验收", "市级验收通过后");
        await walk.Do("acceptor-ecology", "accept", ("passed", "yes"), ("opinion", "符合标准"));
        await Says(walk, "市级验收通过，等待销号", "等待督查室销号");
        await walk.Do("city-clerk", "strike-off", ("opinion", "予以销号"));
        await Says(walk, "已经销号", "已经销号");
        walk.Days(40);
        await walk.Do("city-clerk", "relapse", ("source", "群众来电"), ("finding", "又流红水"), ("due", "2021-09-30"));
        await Says(walk, "认定反弹，已重新整改", "后来认定反弹");

        // A plan of the next round is not what hung.
        await walk.Do("hengdong-liaison", "plan",
        [
            .. Walk.Plan.Where(f => f.Item1 is not ("goals" or "measures[0].text" or "measures[0].due")),
            ("goals", "彻底封堵"), ("measures[0].text", "新建封堵墙"), ("measures[0].due", "2021-06-10"),
        ]);
        var published = await anybody.Get($"/notices/{walk.Id}");
        Assert.Contains("涌水收集导流", published.Text);
        Assert.All(new[] { "彻底封堵", "新建封堵墙" }, later => Assert.DoesNotContain(later, published.Text));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_matter_that_began_as_a_lead_is_called_by_its_number_everywhere(On on)
    {
        await using var walk = await Walk.OfLead(on);
        await walk.Verified();
        await walk.Satisfied();
        await walk.Published();
        foreach (var list in new[] { await walk.Town.Open().Get("/notices"), await walk.See("city-clerk", "/on-notice"), await walk.See("city-clerk", "/") })
        {
            Assert.True(list.Status == HttpStatusCode.OK, list.Page.Title);
            Assert.Contains("JL-001", list.Text);
            Assert.DoesNotContain("XS-001", list.Text);
        }
        Assert.All((await walk.See("city-clerk", "/")).Page.QuerySelectorAll(".du-news a.no"), a => Assert.Equal("JL-001", a.TextContent));

        var clerk = await Machine.Of(walk.Town, "city-clerk");
        Assert.Equal((await clerk.Get("/api/cases/XS-001")).Text, (await clerk.Get("/api/cases/JL-001")).Text);
        Assert.Equal((await clerk.Get("/api/cases/XS-001/events")).Text, (await clerk.Get("/api/cases/jl-001/events")).Text);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Act("JL-001", "chase", new { words = "请抓紧" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Machine.Of(walk.Town, "qidong-liaison")).Get("/api/cases/JL-001")).Status);
        foreach (var unknown in new[] { await clerk.Get("/api/cases/JL-999"), await clerk.Get("/api/cases/JL-999/codes"), await clerk.Act("JL-999", "chase", new { words = "请抓紧" }) })
        {
            unknown.IsRefusedFor("case.unknown");
            Assert.Equal((HttpStatusCode.NotFound, "There is no such case JL-999"), (unknown.Status, unknown["detail"]));
        }
    }

    [Fact]
    public async Task A_city_that_refuses_and_an_objection_that_is_upheld_are_told_and_other_objections_do_not_wait_for_ever()
    {
        await using var walk = await OnNotice();
        var (first, second) = (await Object(walk, "沟里红水", ""), await Object(walk, "井水发苦", ""));
        await walk.Do("city-head", "decide-objection", ("reference", first), ("uphold", "yes"), ("opinion", "现场核实属实"));
        await Says(walk, "有异议成立，公示中止，没有销号", "没有销号");
        var notice = (await walk.Town.Open().Get($"/notices/{walk.Id}")).Text;
        Assert.Contains("现场核实属实", notice);
        var other = (await walk.Town.Open().Get($"/notices/{walk.Id}/objections/{second}")).Text;
        Assert.Contains("没有单独处理", other);
        Assert.DoesNotContain("正在核实", other);
        Assert.Contains("现在重新整改", (await walk.Town.Open().Get("/notices")).Text);

        var stranger = Machine.Stranger(walk.Town);
        var told = (await stranger.Get($"/api/notices/{walk.Id}/objections/{first}")).Body;
        Assert.Equal(("upheld", "现场核实属实"), (told.GetProperty("outcome").GetString(), told.GetProperty("opinion").GetString()));
        var whole = (await stranger.Get($"/api/notices/{walk.Id}")).Body;
        Assert.Equal(("back", false, 2), (whole.GetProperty("state").GetString(), whole.GetProperty("open").GetBoolean(), whole.GetProperty("objections").GetArrayLength()));
        Assert.Equal("notice.no_objection_numbered", (await stranger.Get($"/api/notices/{walk.Id}/objections/YY-22222222")).Body.GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_list_of_closed_notices_goes_back_thirty_days_from_the_day_they_closed_whatever_the_case_did_since()
    {
        await using var walk = await OnNotice();
        walk.Days(20);
        await walk.Do("city-clerk", "end-notice");
        walk.Days(30);
        await walk.Do("acceptor-ecology", "accept", ("passed", "yes"), ("opinion", "符合标准"));
        var shown = await walk.Town.Open().Get("/notices");
        Assert.Contains("最近 30 天内结束的公示（1）", shown.Text);
        Assert.Contains("市级验收通过，还没有销号", shown.Text);
        walk.Days(1);
        await walk.Do("city-clerk", "strike-off", ("opinion", "予以销号"));
        Assert.DoesNotContain(walk.Id, (await walk.Town.Open().Get("/notices")).Text);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_objection_has_its_line_on_the_desks_that_decide_it_and_officials_see_notices_with_their_cases(On on)
    {
        await using var walk = await OnNotice(on);
        Assert.Null((await walk.See("city-clerk", "/")).Page.QuerySelector("#g-objections"));
        await Object(walk, "沟里红水", "");
        foreach (var user in new[] { "city-clerk", "city-head" })
        {
            var group = (await walk.See(user, "/")).Page.QuerySelector("#g-objections")!;
            Assert.Contains("待处理异议 1", group.QuerySelector(".group")!.TextContent);
            Assert.EndsWith("/decide-objection", group.QuerySelector("td.act a")!.GetAttribute("href"));
        }
        Assert.Contains(walk.Id, (await walk.See("city-clerk", "/cases?request=objection")).Text);

        var page = await walk.See("city-clerk", "/on-notice?state=objected");
        Assert.Equal($"/cases/{walk.Id}", page.Page.QuerySelector("table td.no a")!.GetAttribute("href"));
        Assert.NotNull(page.Page.QuerySelector($"a[href='/cases/{walk.Id}/decide-objection']"));
        Assert.NotNull(page.Page.QuerySelector("#menu a[aria-current='page'][href='/on-notice']"));
        Assert.Contains("没有这样的公示", (await walk.See("city-clerk", "/on-notice?state=closed")).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await walk.See("city-clerk", "/on-notice?state=lost")).Status);
        Assert.Equal("/", (await walk.See("city-clerk", "/notices")).Page.QuerySelector("header a.home")!.GetAttribute("href"));
        Assert.Null((await walk.Town.Open().Get("/notices")).Page.QuerySelector("header a.home"));

        var clerk = await Machine.Of(walk.Town, "city-clerk");
        Assert.Equal(1, (await clerk.Get("/api/on-notice?state=hanging")).Body[0].GetProperty("objections").GetInt32());
        Assert.Equal(0, (await clerk.Get("/api/on-notice?state=days_over")).Body.GetArrayLength());
        var elsewhere = await Machine.Of(walk.Town, "hengnan-liaison");
        Assert.Equal(0, (await elsewhere.Get("/api/on-notice")).Body.GetArrayLength());
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Pressing_twice_raises_one_objection_and_other_words_under_the_same_key_are_asked_for_once_more(On on)
    {
        await using var walk = await OnNotice(on);
        var anybody = walk.Town.Open();
        var page = await anybody.Get($"/notices/{walk.Id}");
        var first = await anybody.Submit(page, $"/notices/{walk.Id}/objections", ("Words", "沟里红水"), ("Contact", ""));
        Assert.Equal(first.Location, (await anybody.Submit(page, $"/notices/{walk.Id}/objections", ("Words", "沟里红水"), ("Contact", ""))).Location);
        var other = await anybody.Submit(page, $"/notices/{walk.Id}/objections", ("Words", "井水发苦"), ("Contact", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("井水发苦", other.Html);
        var second = await anybody.Submit(other, $"/notices/{walk.Id}/objections", ("Words", "井水发苦"), ("Contact", ""));
        Assert.NotEqual(first.Location, second.Location);
        Assert.Equal(2, (await walk.Town.The<CaseLedger>().Load("430400", new(walk.Id)))!.Notice!.Open.Count);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_the_migration_finds_among_old_events_is_what_the_fold_says(On on)
    {
        await using var walk = await OnNotice(on);
        var (first, second) = (await Object(walk, "沟里红水", ""), await Object(walk, "井水发苦", ""));
        await walk.Do("city-clerk", "decide-objection", ("reference", first), ("uphold", "no"), ("opinion", "取样达标"));
        Assert.Equal("1", (await Migrated(walk))[..1]);
        await walk.Do("city-clerk", "decide-objection", ("reference", second), ("uphold", "no"), ("opinion", "取样达标"));
        walk.Days(20);
        Assert.Equal("0", (await Migrated(walk))[..1]);
        await walk.Do("city-clerk", "end-notice");
        Assert.Contains(walk.Town.The<CaseDoor>().ActOf(Anybody).Today.ToString("yyyy-MM-dd"), await Migrated(walk));
    }

    private static readonly Duban.Domain.People.Actor Anybody =
        new(new("resident"), Duban.Domain.People.Role.Resident, new Duban.Domain.People.UnitPath("430400/"), Duban.Domain.People.UnitKind.City);

    // The columns as they are kept, which must be the same once they were dropped and the migration has filled them again.
    private static async Task<string> Migrated(Walk walk)
    {
        var store = walk.Town.The<EventStore>();
        var kept = await Kept();
        var name = $"0420_notices.{store.Dialect.Name}.sql";
        var assembly = typeof(CaseRow).Assembly;
        await using var text = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith(name, StringComparison.Ordinal)))!;
        var migration = await new StreamReader(text).ReadToEndAsync();
        foreach (Match column in Column().Matches(migration)) migration = $"alter table cases drop column {column.Groups[1].Value};\n{migration}";
        foreach (Match index in Index().Matches(migration)) migration = $"drop index {index.Groups[1].Value};\n{migration}";
        await store.Write((db, tx) => db.ExecuteAsync(migration, transaction: tx));
        Assert.Equal(kept, await Kept());
        return kept;

        async Task<string> Kept()
        {
            await using var db = await store.Connect();
            var row = await db.QuerySingleAsync<(long Objections, DateOnly? Until, DateOnly? Over)>("select objections, notice_until, notice_over from cases where case_id = 'JL-001'");
            return $"{row.Objections} {row.Until:yyyy-MM-dd} {row.Over:yyyy-MM-dd}";
        }
    }

    private static async Task<Walk> OnNotice(On on = On.Sqlite)
    {
        var walk = await Walk.Begin(on: on);
        await walk.Verified();
        await walk.Satisfied();
        return await walk.Published();
    }

    private static async Task<string> Object(Walk walk, string words, string contact)
    {
        var anybody = walk.Town.Open();
        var sent = await anybody.Submit(await anybody.Get($"/notices/{walk.Id}"), $"/notices/{walk.Id}/objections", ("Words", words), ("Contact", contact));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        return sent.Location!.Split('/')[^1];
    }

    private static async Task Says(Walk walk, string sentence, string when)
    {
        var page = await walk.Town.Open().Get($"/notices/{walk.Id}");
        Assert.Contains(sentence, page.Page.QuerySelector(".said-so")!.TextContent);
        Assert.Contains(when, page.Page.QuerySelectorAll("dl.facts dd")[5].TextContent);
        Assert.Null(page.Page.QuerySelector("form[action$='/objections']"));
        Assert.DoesNotContain("0734-0000000", page.Text);
    }

    [GeneratedRegex("add column ([a-z_]+)")]
    private static partial Regex Column();

    [GeneratedRegex("create index ([a-z_]+)")]
    private static partial Regex Index();
}
