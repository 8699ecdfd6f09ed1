using System.Net;
using Duban.Domain.Calendar;
using Duban.Domain.Procedures;
using Duban.Web.Tests.Cases;

namespace Duban.Web.Tests.Procedures;

/// <summary>A single day that the city decides, and setup that comes as a file.</summary>
public sealed class DayAndFileStory
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task The_head_frees_a_day_with_a_reason_and_page_journal_and_deadlines_know_it(On on)
    {
        await using var town = await Town.Start(on);
        var head = await town.SignIn("city-head");
        var before = await head.Get("/calendar?year=2021&from=2021-06-18&days=1");
        Assert.Contains("6月21日", before.Page.QuerySelector("output")!.TextContent, StringComparison.Ordinal);
        var done = await head.Submit(before, "/calendar/days?year=2021", ("day", "2021年6月21日"), ("work", "no"), ("why", "台风红色预警，全市停工"));
        Assert.Equal("/calendar?year=2021#days", done.Location);
        var after = await head.Get("/calendar?year=2021&from=2021-06-18&days=1");
        Assert.Contains("6月22日", after.Page.QuerySelector("output")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("台风红色预警，全市停工", after.Page.QuerySelector("#days")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("21休", Assert.Single(after.Page.QuerySelectorAll(".du-month .changed")).TextContent);
        Assert.Contains("市督查室 · 主任", after.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_without_a_reason_is_refused_and_what_was_typed_stays()
    {
        await using var town = await Town.Start();
        var head = await town.SignIn("city-head");
        var refused = await head.Submit(await head.Get("/calendar?year=2021"), "/calendar/days?year=2021", ("day", "2021-06-31"), ("work", "no"), ("why", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(2, refused.Page.QuerySelectorAll(".du-errors li").Length);
        Assert.Equal("2021-06-31", refused.Page.QuerySelector("input[name=day]")!.GetAttribute("value"));
        Assert.True(refused.Page.QuerySelector("input[name=work][value=no]")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task The_clerk_keeps_years_and_changes_no_single_day()
    {
        await using var town = await Town.Start();
        var clerk = await town.SignIn("city-clerk");
        var page = await clerk.Get("/calendar?year=2021");
        Assert.Null(page.Page.QuerySelector("form[action^='/calendar/days']"));
        var forced = await clerk.Post("/calendar/days?year=2021", ("__RequestVerificationToken", page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), ("day", "2021-06-21"), ("work", "no"), ("why", "台风"));
        Assert.Equal(HttpStatusCode.Forbidden, forced.Status);
        var head = await Machine.Of(town, "city-head");
        (await head.Post("/api/calendar/days", new { day = "2021-06-21", work = "yes", why = "照常" })).IsRefusedFor("calendar.worked_already");

        // A year sent whole is no way round it: neither a day more nor the head's days left out.
        Assert.Equal(HttpStatusCode.OK, (await head.Post("/api/calendar/days", new { day = "2021-06-21", work = "no", why = "台风停工" })).Status);
        var machine = await Machine.Of(town, "city-clerk");
        object Whole(params object[] changes) => new { year = 2021, source = "国办通知", holidays = new[] { new { name = "元旦", from = "2021-01-01", to = "2021-01-01" } }, changes };
        var kept = new { day = "2021-06-21", work = false, why = "台风停工" };
        (await machine.Post("/api/calendar", Whole())).IsRefusedFor("rights.setup");
        (await machine.Post("/api/calendar", Whole(kept, new { day = "2021-06-22", work = false, why = "再停一天" }))).IsRefusedFor("rights.setup");
        Assert.Equal(HttpStatusCode.OK, (await machine.Post("/api/calendar", Whole(kept))).Status);
    }

    [Fact]
    public async Task A_year_comes_as_a_file_beside_the_typed_text()
    {
        await using var town = await Town.Start();
        var clerk = await town.SignIn("city-clerk");
        var year = CalendarYearFile.Write(new CalendarYear(2027, "试拟", [new("元旦", new(2027, 1, 1), new(2027, 1, 3), [])]));
        Assert.Equal("/calendar?year=2027", (await Send(clerk, "/calendar", "{}", System.Text.Encoding.UTF8.GetBytes("\uFEFF" + year))).Location);
        var refused = await Send(clerk, "/calendar", "", System.Text.Encoding.UTF8.GetBytes(year.Replace("2027-01-03", "2027-01-32", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("2027-01-32", refused.Page.QuerySelector("textarea[name=json]")!.TextContent, StringComparison.Ordinal);
        var picture = await Send(clerk, "/calendar", "已经写了一半", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 1]);
        Assert.Contains("不是文本文件", picture.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("已经写了一半", picture.Page.QuerySelector("textarea[name=json]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_procedure_comes_as_a_file_and_is_read_and_refused_like_a_typed_one()
    {
        await using var town = await Town.Start();
        var head = await town.SignIn("city-head");
        var next = System.Text.Encoding.UTF8.GetBytes(ProcedureFile.Write(ProcedureFile.Shipped[0] with { Version = 5 }));
        Assert.Equal("/procedures/full/5", (await Send(head, "/procedures", "", next)).Location);
        Assert.Contains("第 5 版已存在", (await Send(head, "/procedures", "", next)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(head, "/procedures", "", new byte[(1 << 20) + 1])).Status);
    }

    private static async Task<Seen> Send(Browser browser, string address, string json, byte[] file)
    {
        var page = await browser.Get(address);
        using var body = new MultipartFormDataContent
        {
            { new StringContent(page.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(json), "json" }, { new ByteArrayContent(file), "file", "setup.json" },
        };
        return await browser.Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = body });
    }
}
