using System.IO.Compression;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Duban.Web.Tests.Shell;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/cases/break")]
    [InlineData("/seal.svg")]
    [InlineData("/api/nothing")]
    public async Task Every_answer_forbids_what_a_page_does_not_need(string path)
    {
        await using var host = await ShellHost.Start();
        var headers = (await host.Browser().GetAsync(path, TestContext.Current.CancellationToken)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.Contains("microphone=()", headers.GetValues("Permissions-Policy").Single());
    }

    [Fact]
    public async Task An_endpoint_may_bring_its_own_policy()
    {
        await using var host = await ShellHost.Start(pages: app => app.MapGet("/reference", () => "docs").WithMetadata(new ContentPolicy("default-src 'self'")));
        var answer = await host.Browser().GetAsync("/reference", TestContext.Current.CancellationToken);

        Assert.Equal("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_page_carries_no_inline_style_or_script_and_only_links_of_this_site()
    {
        await using var host = await ShellHost.Start();
        var page = await ShellHost.Page(host.Browser(), "/");

        Assert.Empty(page.QuerySelectorAll("style, [style], script, [onclick]"));
        Assert.All(page.QuerySelectorAll("link[href], img[src]"), e => Assert.StartsWith("/", e.GetAttribute("href") ?? e.GetAttribute("src")));
    }

    [Theory]
    [InlineData("link[rel=stylesheet]", 20)]
    public async Task The_style_sheet_is_fingerprinted_and_small(string selector, int kilobytes)
    {
        await using var host = await ShellHost.Start();
        var browser = host.Browser();
        var path = (await ShellHost.Page(browser, "/")).QuerySelector(selector)!.GetAttribute("href")!;
        var bytes = await browser.GetByteArrayAsync(path, TestContext.Current.CancellationToken);
        using var small = new MemoryStream();
        await using (var zip = new GZipStream(small, CompressionLevel.Optimal, leaveOpen: true))
            await zip.WriteAsync(bytes, TestContext.Current.CancellationToken);

        Assert.Matches(@"^/dist/duban\.[a-z0-9]{10}\.css$", path);
        Assert.InRange(small.Length, 1_000, kilobytes * 1024);
    }
}
