using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;

namespace Duban.Web.Tests.Shell;

public sealed class GalleryTests
{
    public static TheoryData<string> Pages => ["", "/lists", "/desk", "/forms", "/refusal", "/public", "/slip"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_part_draws_clean_pages_in_both_languages(string page)
    {
        await using var host = await ShellHost.Start();
        var browser = host.Browser();
        await Check(browser, page);
        await ShellHost.Post(browser, await ShellHost.Page(browser, "/"), "/language", ("Culture", "en"));
        await Check(browser, page);
    }

    [Fact]
    public async Task The_gallery_stays_at_home()
    {
        await using var host = await ShellHost.Start(environment: "Production");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().GetAsync("/shell/gallery", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("/shell/gallery/forms", 4)]
    [InlineData("/shell/gallery/public", 2)]
    [InlineData("/shell/gallery/lists", 4)]
    [InlineData("/shell/gallery", 7)]
    public async Task Pages_are_light_enough_for_a_village_network(string path, int kilobytes)
    {
        await using var host = await ShellHost.Start();
        var html = await host.Browser().GetByteArrayAsync(path, TestContext.Current.CancellationToken);
        using var small = new MemoryStream();
        await using (var zip = new GZipStream(small, CompressionLevel.Optimal, leaveOpen: true))
            await zip.WriteAsync(html, TestContext.Current.CancellationToken);

        Assert.InRange(small.Length, 500, kilobytes * 1024);
    }

    private static async Task Check(HttpClient browser, string path)
    {
        var answer = await browser.GetAsync("/shell/gallery" + path, TestContext.Current.CancellationToken);
        var page = ShellHost.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(path == "/refusal" ? 422 : 200, (int)answer.StatusCode);
        Assert.Empty(page.QuerySelectorAll("style, script:not([src^='/js/print.']), [style], [onclick]"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(e => e.Id).Where(g => g.Count() > 1 && g.Key is not ("hatch-node" or "hatch-total")).Select(g => g.Key));
        Assert.All(page.QuerySelectorAll("input:not([type=hidden]), select, textarea"), control => Assert.True(Named(page, control), control.OuterHtml));
        Assert.All(page.QuerySelectorAll("form[method=post]"), form => Assert.NotNull(form.QuerySelector("input[name=__RequestVerificationToken]")));
        Assert.All(page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => id.Length > 0), id => Assert.NotNull(page.GetElementById(id)));
    }

    private static bool Named(IDocument page, IElement control) => control.HasAttribute("aria-label") || control.Closest("label") is not null
        || (control.Id is { } id && page.QuerySelector($"label[for='{id}']") is not null);
}
