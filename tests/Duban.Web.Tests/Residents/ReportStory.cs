using System.Net;
using System.Text;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Residents;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Residents;

/// <summary>A problem reported without an account, over HTTP, on both databases: the lead, the office, the unit, the number, the erasure.</summary>
public sealed class ReportStory
{
    private const string City = "430400", Lead = "XS-001";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_report_becomes_a_lead_the_office_registers_it_the_unit_never_sees_the_contact_and_the_reporter_follows_it_by_number(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var villager = walk.Town.Open();
        var form = await villager.Get("/report");
        Assert.Contains("甘溪镇", form.Text);
        Assert.Contains("河西开发区", form.Text);
        Assert.DoesNotContain("监狱", form.Text);
        var kept = await villager.Send(form, Reporter.Sound, Photos.Noted(3048));
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        // Pressed twice.
        Assert.Equal(kept.Location, (await villager.Send(form, Reporter.Sound, Photos.Noted(3048))).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("city-clerk", "/cases/XS-002")).Status);
        var number = kept.Location!.Split('/')[^1];
        var slip = await villager.Get(kept.Location);
        Assert.Contains($"R-{number[1..5]}-{number[5..9]}-{number[9..]}", slip.Text);
        Assert.Contains("请记下", slip.Text);
        Assert.Contains("已收到", (await Looked(walk.Town, number)).Text);

        // The ledger knows the township and the channel, and nothing the reporter wrote.
        var ledger = string.Concat((await walk.Town.The<EventStore>().Read(City, new CaseId(Lead).Stream)).Select(e => Encoding.UTF8.GetString(e.Payload.Span)));
        Assert.Contains("衡东县甘溪镇", ledger);
        Assert.All(new[] { "黄水", "王家", "13900000000", "112.9", number }, said => Assert.DoesNotContain(said, ledger));

        Assert.Contains("村口小桥下又流黄水", (await walk.See("city-clerk", "/")).Text);
        var clerk = await walk.See("city-clerk", $"/cases/{Lead}");
        Assert.All(new[] { "<b>菜地</b>", "石岗村王家门口", "13900000000", "WGS-84" }, said => Assert.Contains(said, clerk.Page.QuerySelector("#report")!.TextContent));
        Assert.Empty(clerk.Page.QuerySelectorAll("#report b"));
        var photo = await walk.See("city-clerk", $"/cases/{Lead}/report/1");
        Assert.Equal(HttpStatusCode.OK, photo.Status);
        Assert.DoesNotContain("Exif", photo.Html);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("hengdong-liaison", $"/cases/{Lead}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("hengdong-liaison", $"/cases/{Lead}/report/1")).Status);

        var register = await walk.See("city-clerk", $"/cases/{Lead}/register");
        Assert.Equal("", register.Page.QuerySelector("#Description, [name=description]")!.TextContent.Trim());
        Assert.Contains("黄水", register.Page.QuerySelector("#report")!.TextContent);
        Assert.EndsWith("甘溪镇石岗村王家门口", register.Page.QuerySelector("#Place, [name=place]")!.GetAttribute("value"));
        Assert.Equal("430424", register.Page.QuerySelector("[name=proposedUnit] option[selected]")!.GetAttribute("value"));
        await Done(walk, "city-clerk", $"/cases/{Lead}/register", ("campaign", "JL"), ("title", "甘溪镇桥下黄水"), ("description", "沟内出水发黄"), ("level", "major"));
        var c = await walk.Town.The<CaseLedger>().Load(City, new(Lead));
        Assert.Equal(("JL-002", 27.0830m, "WGS-84"), (c!.Number, Math.Round(c.Matter!.Place.Latitude!.Value, 3), c.Matter.Place.Datum));
        Assert.Contains("已登记", (await Looked(walk.Town, number)).Text);
        await Done(walk, "city-clerk", $"/cases/{Lead}/hand-over", ("to", "430424"), ("due", "2021-06-30"));

        var unit = await walk.See("hengdong-liaison", $"/cases/{Lead}");
        Assert.Contains("黄水", unit.Text);
        Assert.DoesNotContain("13900000000", unit.Html);
        Assert.Equal(HttpStatusCode.OK, (await walk.See("hengdong-liaison", $"/cases/{Lead}/report/1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await walk.See("hengdong-liaison", $"/cases/{Lead}/words")).Status);
        foreach (var address in new[] { $"/cases/{Lead}", $"/cases/{Lead}/report/1", $"/cases/{Lead}/words" })
            Assert.Equal(HttpStatusCode.NotFound, (await walk.See("qidong-liaison", address)).Status);

        await Done(walk, "hengdong-liaison", $"/cases/{Lead}/sign");
        var state = (await Looked(walk.Town, number.ToLowerInvariant())).Text;
        Assert.All(new[] { "JL-002", "交给衡东县办", "单位签收" }, step => Assert.Contains(step, state));
        Assert.All(new[] { "联络员", "liaison", "黄水", "13900000000" }, secret => Assert.DoesNotContain(secret, state));

        var words = await walk.See("city-head", $"/cases/{Lead}/words");
        Assert.Equal(HttpStatusCode.Redirect, (await (await walk.As("city-head")).Submit(words, $"/cases/{Lead}/words/erase", ("Reference", Lead))).Status);
        Assert.Contains("删除", (await walk.See("city-clerk", $"/cases/{Lead}")).Page.QuerySelector("#report")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await walk.See("city-clerk", $"/cases/{Lead}/report/1")).Status);
        var erased = await walk.Town.Open().Get($"/lookup/{number}");
        var never = await walk.Town.Open().Get("/lookup/R222222222222");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, never.Page.QuerySelector(".msg")!.TextContent), (erased.Status, erased.Page.QuerySelector(".msg")!.TextContent));
        Assert.Contains("上报线索", (await walk.See("city-clerk", $"/cases/{Lead}?all=1")).Text);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Of_a_struck_off_problem_the_reporter_says_once_that_it_is_not_fixed_and_it_stays_on_the_desk_until_somebody_has_looked(On on)
    {
        await using var town = await Town.Start(on);
        var number = await town.Reported();
        await StruckOff(town);
        var villager = town.Open();
        var page = await villager.Get($"/lookup/{number}");
        Assert.Contains("已经销号", page.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await villager.Submit(page, $"/lookup/{number}/not-fixed", ("Words", "下雨又黄了"))).Status);
        page = await villager.Get($"/lookup/{number}");
        Assert.Contains("您反映没有解决", page.Text);
        Assert.Null(page.Page.QuerySelector($"form[action='/lookup/{number}/not-fixed']"));

        var clerk = await town.SignIn("city-clerk");
        Assert.Contains("1 位反映人说没有解决", (await clerk.Get("/")).Text);
        Assert.Equal("6月13日 周日前", (await clerk.Get("/look-back")).Page.QuerySelector(".du-rows td.due")!.TextContent);
        Assert.NotNull((await clerk.Get($"/cases/{Lead}")).Page.QuerySelector("#not-fixed"));
        Assert.Contains("下雨又黄了", (await clerk.Get($"/cases/{Lead}/words")).Text);
        var machine = await Machine.Of(town, "city-clerk");
        Assert.Equal(1, (await machine.Get("/api/cases?request=not_fixed")).Body.GetProperty("cases").GetArrayLength());
        Assert.Equal($"{Lead}-1", (await machine.Get($"/api/cases/{Lead}")).Body.GetProperty("notFixed")[0].GetString());
        town.Clock.Advance(TimeSpan.FromDays(2));
        var verifier = await Machine.Of(town, "hengdong-verifier");
        (await verifier.Act(Lead, "look-back", new { holds = "yes", on = "2021-03-15", findings = "沟里是清的", opinion = "没有反弹" })).IsNow("struck_off");
        Assert.Equal(0, (await machine.Get("/api/cases?request=not_fixed")).Body.GetProperty("cases").GetArrayLength());
        Assert.DoesNotContain("反映人说没有解决", (await (await town.SignIn("city-clerk")).Get("/")).Text);
        Assert.Contains("又到现场看了一次", (await Looked(town, number)).Text);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_erased_report_takes_along_what_its_reporter_said_later_when_the_office_says_so_and_the_form_sent_again_is_a_report_anew(On on)
    {
        await using var town = await Town.Start(on);
        var villager = town.Open();
        var form = await villager.Get("/report");
        var number = (await villager.Send(form, Reporter.Sound)).Location!.Split('/')[^1];
        await StruckOff(town);
        await villager.Submit(await villager.Get($"/lookup/{number}"), $"/lookup/{number}/not-fixed", ("Words", "下雨又黄了"));

        var head = await town.SignIn("city-head");
        var words = await head.Get($"/cases/{Lead}/words");
        Assert.Contains("（1 条）", words.Page.QuerySelector("label.du-tick")!.TextContent);
        await head.Submit(words, $"/cases/{Lead}/words/erase", ("Reference", Lead), ("Later", "true"));
        var gone = await head.Get($"/cases/{Lead}/words");
        Assert.All(new[] { "村口小桥下", "下雨又黄了" }, said => Assert.DoesNotContain(said, gone.Text));
        Assert.Contains("反映人说没有解决", (await head.Get($"/cases/{Lead}?all=1")).Text);

        // The same form once more, twice: one new report with a number that finds it.
        var again = await villager.Send(form, Reporter.Sound);
        Assert.Equal(again.Location, (await villager.Send(form, Reporter.Sound)).Location);
        Assert.NotEqual(number, again.Location!.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.OK, (await villager.Get(again.Location!)).Status);
        await using var db = await town.The<Duban.Ledger.EventStore>().Connect(TestContext.Current.CancellationToken);
        Assert.Equal(2L, await Dapper.SqlMapper.ExecuteScalarAsync<long>(db, "select count(*) from cases"));
    }

    [Fact]
    public async Task What_a_reporter_said_later_stays_when_the_office_leaves_it()
    {
        await using var town = await Town.Start();
        var number = await town.Reported();
        await StruckOff(town);
        var villager = town.Open();
        await villager.Submit(await villager.Get($"/lookup/{number}"), $"/lookup/{number}/not-fixed", ("Words", "下雨又黄了"));
        var head = await town.SignIn("city-head");
        await head.Submit(await head.Get($"/cases/{Lead}/words"), $"/cases/{Lead}/words/erase", ("Reference", Lead));
        Assert.Contains("下雨又黄了", (await head.Get($"/cases/{Lead}/words")).Text);
    }

    [Fact]
    public async Task A_report_that_is_merged_is_followed_to_the_case_that_carries_it_on_and_a_voided_one_tells_why()
    {
        await using var walk = await Walk.Begin();
        var (merged, voided) = (await walk.Town.Reported(), await walk.Town.Reported([.. Reporter.Sound.Where(f => f.Name != "Words"), ("Words", "路灯不亮")]));
        await walk.Signed();
        await Done(walk, "city-clerk", "/cases/XS-001/merge", ("into", "JL-001"), ("reason", "王家也反映过"));
        await Done(walk, "city-head", "/cases/XS-001/decide", ("grant", "yes"), ("opinion", "同意"));
        var state = (await Looked(walk.Town, merged)).Text;
        Assert.All(new[] { "JL-001", "合并办理", "单位签收" }, step => Assert.Contains(step, state));
        Assert.DoesNotContain("王家也反映过", state);
        await Done(walk, "city-clerk", "/cases/XS-002/void", ("reason", "路灯不归本办督办，已转城管 12319"));
        await Done(walk, "city-head", "/cases/XS-002/decide", ("grant", "yes"), ("opinion", "同意"));
        Assert.Contains("已转城管 12319", (await Looked(walk.Town, voided)).Text);
    }

    [Fact]
    public async Task An_objection_and_a_case_on_notice_are_looked_up_too_and_a_case_without_a_notice_does_not_exist()
    {
        await using var walk = await Walk.Begin();
        await walk.Verified();
        await walk.Satisfied();
        await walk.Published();
        var anybody = walk.Town.Open();
        var sent = await anybody.Submit(await anybody.Get($"/notices/{walk.Id}"), $"/notices/{walk.Id}/objections", ("Words", "还是红水"), ("Contact", ""));
        var reference = sent.Location!.Split('/')[^1];
        Assert.Equal(sent.Location, (await Typed(anybody, $" {reference.ToLowerInvariant()} ")).Location);
        Assert.Equal(sent.Location, (await anybody.Get($"/lookup/{reference}")).Location);
        Assert.Equal("/notices/JL-001", (await Typed(anybody, "jl-001")).Location);
        await walk.Town.Reported();
        foreach (var unknown in new[] { "XS-001", "JL-009", "YY-22222222", "你好", "" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Typed(anybody, unknown)).Status);
        Assert.Equal(1, await walk.Town.The<ResidentWords>().Erase(new(walk.Id), reference, "city-head", DateTimeOffset.UnixEpoch));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Typed(anybody, reference)).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_number_of_a_case_tells_anybody_how_far_it_is_and_nothing_else(On on)
    {
        await using var walk = await Walk.Begin(on: on);
        var anybody = walk.Town.Open();
        Assert.Equal("/lookup/JL-001", (await Typed(anybody, " jl-001 ")).Location);
        var early = await anybody.Get("/lookup/JL-001");
        Assert.Contains("已登记，等待交办", early.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await walk.Signed();
        var page = await anybody.Get("/lookup/JL-001");
        Assert.Contains("单位已签收", page.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var c = (await walk.Town.The<CaseLedger>().Load(City, new(walk.Id)))!;
        var machine = await anybody.Get("/api/steps/JL-001");
        foreach (var secret in new[] { c.Matter!.Title, c.Matter.Description, c.Matter.Place.Text, "衡东县", "金龙" })
        {
            Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, machine.Html, StringComparison.Ordinal);
        }
        Assert.Contains("\"case\":\"JL-001\"", machine.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.Get("/api/steps/JL-099")).Status);

        // A lead's own number is answered like one never given out.
        await walk.Town.Reported();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await anybody.Get("/lookup/XS-001")).Status);
    }

    [Fact]
    public async Task A_number_is_understood_however_it_is_typed_and_a_notice_is_promised_only_where_one_is_to_come()
    {
        await using var walk = await Walk.Begin();
        var anybody = walk.Town.Open();
        foreach (var typed in new[] { "JL-1", "jl1", "JL001", "ＪＬ－００１", "jl—001", "JL 001" })
        {
            Assert.Equal("/lookup/JL-001", (await Typed(anybody, typed)).Location);
            Assert.Contains("已登记", (await anybody.Get($"/lookup/{Uri.EscapeDataString(typed)}")).Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        }
        var empty = await Typed(anybody, "  ");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "请先填编号"), (empty.Status, empty.Page.QuerySelector("#said")!.TextContent));
        Assert.Contains("公示时公开", (await anybody.Get("/lookup/JL-001")).Text, StringComparison.Ordinal);

        var brief = ProcedureFile.Shipped.Single(p => p.Code == "short");
        Assert.False(brief.Has(Step.Notice));
        await walk.Town.The<Campaigns>().Save(City, new Campaign("AQ", new("安全隐患", "Hazards"), "short", brief.Version, new UnitId("430400-awb"), new(2021, 1, 1), null), new("test", DateTimeOffset.UnixEpoch));
        Assert.Equal("/cases/AQ-001", (await walk.Send("city-clerk", "/cases/new", ("campaign", "AQ"), ("title", "护栏"), ("description", "护栏缺失"), ("place", "某村"), ("source", "排查"), ("proposedUnit", "430424"), ("proposedDue", "2021-06-30"))).Location);
        Assert.DoesNotContain("公示", (await anybody.Get("/lookup/AQ1")).Page.QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Seen> Typed(Browser browser, string number) => await browser.Submit(await browser.Get("/lookup"), "/lookup", ("Number", number));

    private static async Task<Seen> Looked(Town town, string number)
    {
        var browser = town.Open();
        var entered = await Typed(browser, $"{number[..1]} {number[1..5]}-{number[5..]}");
        Assert.Equal((HttpStatusCode.Redirect, $"/lookup/{number.ToUpperInvariant()}"), (entered.Status, entered.Location));
        return await browser.Get(entered.Location!);
    }

    private static async Task Done(Walk walk, string user, string address, params (string, string)[] fields)
    {
        var answer = await walk.Send(user, address, fields);
        Assert.True(answer.Status == HttpStatusCode.Redirect, $"{user} {address}: {answer.Status} {answer.Page.QuerySelector(".du-errors")?.TextContent}");
    }

    // The short path, on its machine doors.
    private static async Task StruckOff(Town town)
    {
        var version = ProcedureFile.Shipped.Single(p => p.Code == "short").Version;
        await town.The<Campaigns>().Save(City, new Campaign("AQ", new("安全隐患", "Hazards"), "short", version, new UnitId("430400-awb"), new(2021, 1, 1), null), new("test", DateTimeOffset.UnixEpoch));
        var (clerk, liaison, verifier) = (await Machine.Of(town, "city-clerk"), await Machine.Of(town, "hengdong-liaison"), await Machine.Of(town, "hengdong-verifier"));
        (await clerk.Act(Lead, "register", new { campaign = "AQ", title = "桥下黄水", description = "沟内出水发黄", place = "衡东县甘溪镇", level = "general" })).IsNow("graded");
        (await clerk.Act(Lead, "hand-over", new { to = "430424", slip = "1", due = "2021-03-31" })).IsNow("handed_over");
        (await liaison.Act(Lead, "sign")).IsNow("rectifying");
        var by = town.The<CaseDoor>().ActOf(new Actor(new PersonId("hengdong-liaison"), Role.Liaison, new UnitPath("430400/430424/"), UnitKind.County));
        var after = new Evidence(EvidenceKind.After, new string('a', 64), "a.jpg", "image/jpeg", 1000, "桥下");
        Assert.IsType<CaseAnswer.Done>(await town.The<CaseLedger>().Ask(City, new Asked(new CaseId(Lead), new FileEvidence(after)), by));
        (await liaison.Act(Lead, "apply", new { statement = "已清理" })).IsNow("applied");
        (await verifier.Act(Lead, "verify", new { passed = "yes", on = "2021-03-15", findings = "清了", opinion = "同意" })).IsNow("county_verified");
        (await clerk.Act(Lead, "strike-off", new { opinion = "予以销号" })).IsNow("struck_off");
    }
}
