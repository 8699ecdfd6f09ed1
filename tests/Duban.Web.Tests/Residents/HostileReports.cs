using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Duban.Web.Residents.Codes;
using Duban.Web.Residents.Reports;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Residents;

/// <summary>Reports and numbers under attack, and under thumbs.</summary>
public sealed class HostileReports
{
    [Fact]
    public void A_number_is_read_as_people_type_it()
    {
        for (var i = 0; i < 200; i++)
        {
            var number = ReportNumber.Of(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
            Assert.Equal(number, ReportNumber.Read($" {number.Shown.ToLowerInvariant().Replace('-', ' ')} "));
            Assert.Equal(number, ReportNumber.Read(string.Concat(number.Value.Select(c => (char)(c + 0xFEE0)))));
        }
        Assert.All(new[] { null, "", "R", "R-2345-6789-ABC", "R-2345-6789-ABCDE", "A-2345-6789-ABCD", "R-2345-6789-ABC0", "\0", "督督督督督督督督督督督督督" }, typed => Assert.Null(ReportNumber.Read(typed)));
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        await using var town = await Town.Start();
        var browser = town.Open();
        var empty = await browser.Report([("Words", " "), ("Unit", ""), ("Place", ""), ("Position", "村口"), ("Contact", "<i>小店</i>")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(["#Words", "#Unit", "#Place", "#Position"], empty.Page.QuerySelectorAll(".errors a").Select(a => a.GetAttribute("href")));
        Assert.Contains("value=\"&lt;i&gt;小店&lt;/i&gt;\"", empty.Html);
        var huge = await browser.Report([.. Reporter.Sound.Where(f => f.Name != "Words"), ("Words", new string('水', 100_000))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, huge.Status);
        Assert.Single(huge.Page.QuerySelectorAll(".field.bad"));
        Assert.Contains("石岗村王家门口", huge.Html);
        foreach (var unit in new[] { "430400", "430400-dcs", "999999", "<script>" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Report([.. Reporter.Sound.Where(f => f.Name != "Unit"), ("Unit", unit)])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Post("/report", Reporter.Sound)).Status);
    }

    [Fact]
    public async Task A_photo_that_is_none_and_a_fourth_one_are_refused_by_name()
    {
        await using var town = await Town.Start();
        var none = await town.Open().Report(Reporter.Sound, Photos.Jpeg(), Encoding.ASCII.GetBytes("<html>not a photo</html>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("p1.jpg", none.Page.QuerySelector(".field.bad")!.TextContent);
        var cut = Photos.Jpeg();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Open().Report(Reporter.Sound, cut[..40])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Open().Report(Reporter.Sound, cut, cut, cut, cut)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Open().Report(Reporter.Sound, cut, Photos.Jpeg(clear: true))).Status);
    }

    [Fact]
    public async Task A_form_that_was_taken_is_not_taken_again_with_other_words_until_it_is_pressed_once_more()
    {
        await using var town = await Town.Start();
        var browser = town.Open();
        var form = await browser.Get("/report");
        var first = await browser.Send(form, Reporter.Sound);
        (string, string)[] other = [.. Reporter.Sound.Where(f => f.Name != "Words"), ("Words", "另一件事")];
        var refused = await browser.Send(form, other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var second = await browser.Send(refused, other);
        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.NotEqual(first.Location, second.Location);
    }

    [Fact]
    public async Task Eight_presses_at_once_make_one_report()
    {
        await using var town = await Town.Start();
        var client = town.App.GetTestClient();
        var body = new { words = "黄水", unit = "430424105", place = "桥下" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/reports") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", "k1");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
            return (answer.StatusCode, said.GetProperty("number").GetString());
        }));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(answers.Select(a => a.Item2).Distinct());
        using var reused = new HttpRequestMessage(HttpMethod.Post, "/api/reports") { Content = JsonContent.Create(body with { words = "别的" }) };
        reused.Headers.Add("Idempotency-Key", "k1");
        using var refused = await client.SendAsync(reused, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("once.key_reused", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await using var db = await town.The<Duban.Ledger.EventStore>().Connect(TestContext.Current.CancellationToken);
        Assert.Equal(1L, await Dapper.SqlMapper.ExecuteScalarAsync<long>(db, "select count(*) from cases"));
    }

    [Fact]
    public async Task Every_form_has_a_key_of_its_own_and_two_programs_that_choose_one_key_do_not_meet()
    {
        await using var town = await Town.Start();
        var keys = new HashSet<string>();
        for (var i = 0; i < 20; i++)
            keys.Add((await town.Open().Get("/report")).Page.QuerySelector("input[name=once]")!.GetAttribute("value")!);
        Assert.Equal(20, keys.Count);
        Assert.All(keys, k => Assert.True(Guid.TryParseExact(k, "N", out _)));
        // A key that somebody typed is none of ours: what they send is still taken, under a key that nobody shares.
        for (var i = 0; i < 2; i++)
        {
            var browser = town.Open();
            var page = await browser.Get("/report");
            page.Page.QuerySelector("input[name=once]")!.SetAttribute("value", "1");
            Assert.Equal(HttpStatusCode.Redirect, (await browser.Send(page, [.. Reporter.Sound.Where(f => f.Name != "Words"), ("Words", $"第 {i} 件")])).Status);
        }
        var here = await ByKey(town, "203.0.113.5", "甲村路灯不亮");
        Assert.Equal(HttpStatusCode.OK, here.Status);
        Assert.Equal(HttpStatusCode.OK, (await ByKey(town, "203.0.113.6", "乙村井盖丢了")).Status);
        Assert.Equal("once.key_reused", Assert.Single((await ByKey(town, "203.0.113.6", "丙村井盖丢了")).Codes));
        Assert.Equal(here["number"], (await ByKey(town, "203.0.113.5", "甲村路灯不亮"))["number"]);
    }

    private static async Task<Told> ByKey(Town town, string address, string words)
    {
        var body = JsonContent.Create(Reporter.Sound.Where(f => f.Name != "Words").Append(("Words", words)).ToDictionary(f => f.Item1, f => f.Item2));
        var bytes = await body.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var answered = await town.App.GetTestServer().SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.ContentType, http.Request.ContentLength) = ("POST", "/api/reports", "application/json", bytes.Length);
            (http.Request.Scheme, http.Request.Host, http.Request.Body) = ("http", new("localhost"), new MemoryStream(bytes));
            http.Request.Headers["Idempotency-Key"] = "1";
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        }, TestContext.Current.CancellationToken);
        using var answer = new HttpResponseMessage((HttpStatusCode)answered.Response.StatusCode) { Content = new StreamContent(answered.Response.Body) };
        return await Told.Of(answer);
    }

    [Fact]
    public async Task Too_many_reports_and_too_many_guesses_are_told_to_come_back_later()
    {
        await using var town = await Town.Start();
        var browser = town.Open();
        for (var i = 0; i < 10; i++) await town.Reported([.. Reporter.Sound.Where(f => f.Name != "Words"), ("Words", $"第 {i} 件")]);
        var wait = await browser.Report(Reporter.Sound);
        Assert.Equal(HttpStatusCode.TooManyRequests, wait.Status);
        Assert.Contains("12345", wait.Text);
        Assert.Contains("石岗村王家门口", wait.Html);
        for (var i = 0; i < 59; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Get($"/lookup/R{Code.Letters(12)}")).Status);
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Get($"/lookup/R{Code.Letters(12)}")).Status);
        var told = await Machine.Stranger(town).Get($"/api/reports/R{Code.Letters(12)}");
        Assert.Equal((HttpStatusCode.TooManyRequests, "residents.steps_wait"), (told.Status, Assert.Single(told.Codes)));
        var body = Reporter.Sound.ToDictionary(f => f.Name, f => f.Value);
        Assert.Equal("residents.reports_wait", Assert.Single((await Machine.Stranger(town).Post("/api/reports", body)).Codes));
    }

    [Fact]
    public async Task A_program_reports_reads_and_is_told_what_is_wrong()
    {
        await using var town = await Town.Start();
        var client = town.App.GetTestClient();
        using var refused = await client.PostAsJsonAsync("/api/reports", new { words = "", unit = "x", place = "y", position = "here", nonsense = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var said = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var codes = said.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString());
        Assert.Equal(["field.no_position", "field.required", "form.unknown_field", "unit.unknown"], codes.Order());
        using var taken = await client.PostAsJsonAsync("/api/reports", new { words = "黄水", unit = "430424105", place = "桥下", position = "27.083,112.95" }, TestContext.Current.CancellationToken);
        var number = (await taken.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("number").GetString();
        var state = await client.GetFromJsonAsync<JsonElement>($"/api/reports/{number}", TestContext.Current.CancellationToken);
        Assert.Equal("reported", state.GetProperty("stage").GetString());
        using var early = await client.PostAsJsonAsync($"/api/reports/{number}/not-fixed", new { words = "" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        using var wrong = await client.GetAsync("/api/reports/R222222222222", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
    }
}
