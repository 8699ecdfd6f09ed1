using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Duban.Web.Tests.Shell;

public sealed class ErrorPageTests
{
    public static TheoryData<int> Codes => [400, 403, 404, 405, 409, 413, 415, 422, 429, 500, 503];

    [Theory, MemberData(nameof(Codes))]
    public async Task Every_error_is_a_page_in_both_languages(int code)
    {
        await using var host = await ShellHost.Start(pages: app => app.MapGet("/fails", () => Results.StatusCode(code)));
        var browser = host.Browser();
        var chinese = await Get(browser, "/fails", code);
        await ShellHost.Post(browser, await ShellHost.Page(browser, "/"), "/language", ("Culture", "en"));
        var english = await Get(browser, "/fails", code);

        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", chinese.QuerySelector("h1")!.TextContent);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", english.QuerySelector("main")!.TextContent);
        Assert.NotEqual("", english.QuerySelector(".du-error p:not(.mute)")!.TextContent);
    }

    [Fact]
    public async Task A_fault_in_a_view_gives_a_whole_page_and_nothing_half_written()
    {
        await using var host = await ShellHost.Start();

        Assert.Equal("系统出错了", (await Get(host.Browser(), "/cases/break", 500)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task When_even_the_frame_cannot_be_had_the_error_page_stands_alone()
    {
        await using var host = await ShellHost.Start(settings: s => s.Viewer = _ => throw new InvalidOperationException("no database"));
        var page = await Get(host.Browser(), "/", 500);

        Assert.Equal("系统出错了", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("form"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_even_when_nobody_reads_it()
    {
        await using var host = await ShellHost.Start();
        var browser = host.Browser();
        using var nothing = new FormUrlEncodedContent([]);
        var answer = await browser.PostAsync("/sign-out", nothing, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("这个请求不完整", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/api/nothing", 404)]
    [InlineData("/api/breaks", 500)]
    public async Task The_api_gets_problem_details(string path, int code)
    {
        await using var host = await ShellHost.Start(pages: app => app.MapGet("/api/breaks", IResult () => throw new InvalidOperationException("broken")));
        var answer = await host.Browser().GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(code, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("broken", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_can_ask_for_an_error_page()
    {
        await using var host = await ShellHost.Start();

        await Get(host.Browser(), "/status/200", 404);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Get(HttpClient browser, string path, int code)
    {
        var answer = await browser.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(code, (int)answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("</html>", html.TrimEnd());
        return ShellHost.Read(html);
    }
}
