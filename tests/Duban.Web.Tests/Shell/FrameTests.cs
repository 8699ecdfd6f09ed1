using System.Net;
using Duban.Domain.People;
using Microsoft.AspNetCore.Builder;

namespace Duban.Web.Tests.Shell;

public sealed class FrameTests
{
    [Fact]
    public async Task A_page_says_who_is_signed_in_where_and_how_much_waits()
    {
        await using var host = await ShellHost.Start();
        var page = await ShellHost.Page(host.Browser(), "/cases");

        Assert.Equal("zh-CN", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("督办 · 衡阳市", page.QuerySelector(".du-brand .name")!.TextContent);
        Assert.Equal("市督查室 · 经办员", page.QuerySelector(".who")!.TextContent);
        Assert.Equal("事项124", page.QuerySelector(".du-nav [aria-current=page]")!.TextContent);
        Assert.Equal("#main", page.QuerySelector(".skip")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_menu_offers_only_pages_that_exist()
    {
        await using var host = await ShellHost.Start();
        var links = (await ShellHost.Page(host.Browser(), "/")).QuerySelectorAll(".du-nav > a").Select(a => a.GetAttribute("href"));

        Assert.Equal(["/", "/cases"], links);
    }

    [Fact]
    public async Task The_menu_follows_the_role()
    {
        await using var host = await ShellHost.Start(Role.Reader);
        var links = (await ShellHost.Page(host.Browser(), "/cases")).QuerySelectorAll(".du-nav > a").Select(a => a.GetAttribute("href"));

        Assert.Equal(["/cases"], links);
    }

    [Fact]
    public async Task A_case_page_lies_under_the_cases()
    {
        await using var host = await ShellHost.Start();

        Assert.StartsWith("事项", (await ShellHost.Page(host.Browser(), "/cases/JL-07")).QuerySelector(".du-nav [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task A_visitor_gets_a_page_without_menu_search_or_sign_out()
    {
        await using var host = await ShellHost.Start(role: null);
        var page = await ShellHost.Page(host.Browser(), "/");

        Assert.Null(page.QuerySelector(".du-nav, .du-jump, form[action='/sign-out']"));
    }

    [Fact]
    public async Task Chinese_stays_Chinese_in_the_source_and_markup_is_harmless()
    {
        await using var host = await ShellHost.Start();
        var html = await host.Browser().GetStringAsync("/cases/" + Uri.EscapeDataString("<script>alert(1)</script>"), TestContext.Current.CancellationToken);

        Assert.Contains("督办 · 衡阳市", html);
        Assert.Contains("&lt;script&gt;alert(1)", html);
        Assert.DoesNotContain("<script", html);
    }

    [Fact]
    public async Task Switching_the_language_returns_to_the_same_page_in_English()
    {
        await using var host = await ShellHost.Start();
        var browser = host.Browser();
        var page = await ShellHost.Page(browser, "/cases?text=石鼓区");

        var answer = await ShellHost.Post(browser, page, "/language", ("Culture", "en"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/cases?text=%E7%9F%B3%E9%BC%93%E5%8C%BA", answer.Headers.Location!.ToString());

        var english = await ShellHost.Page(browser, "/cases");
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Cases124", english.QuerySelector(".du-nav [aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task A_sentence_left_for_the_next_page_is_said_once()
    {
        await using var host = await ShellHost.Start();
        var browser = host.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await ShellHost.Post(browser, await ShellHost.Page(browser, "/cases"), "/sign-out")).StatusCode);

        Assert.Equal("已退出", (await ShellHost.Page(browser, "/cases")).QuerySelector("[role=status]")!.TextContent);
        Assert.Null((await ShellHost.Page(browser, "/cases")).QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task A_long_page_arrives_whole()
    {
        var title = string.Concat(Enumerable.Repeat("长页面𠮷<&> ", 20_000));
        await using var host = await ShellHost.Start(pages: app => app.MapGet("/long", () => SamplePage.Of(title)));

        Assert.Equal(title, (await ShellHost.Page(host.Browser(), "/long")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_demo_clock_stands_on_every_page()
    {
        await using var host = await ShellHost.Start(settings: s => s.Demo = true);

        Assert.StartsWith("演示时钟：3月15日 周一 08:30", (await ShellHost.Page(host.Browser(), "/")).QuerySelector(".du-demo")!.TextContent);
    }
}
