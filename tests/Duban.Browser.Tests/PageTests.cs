using System.Text.RegularExpressions;

namespace Duban.Browser.Tests;

/// <summary>What holds for every page, on a phone and at a desk, in both languages.</summary>
public sealed partial class PageTests(Hengyang city)
{
    private static readonly string[] desk = ["/", "/cases", "/cases/JL-007", "/cases/AQ-001", "/hand-over?campaign=AQ", "/import", "/slips?campaign=AQ", "/cases/new", "/account", "/cases/XS-001", "/cases/XS-001/register"];
    private static readonly string[] open = ["/sign-in", "/report", "/report/kept/R23456789ABCD", "/lookup", "/lookup/R23456789ABCD", "/a", "/notices", "/seals"];

    [Theory, InlineData(390), InlineData(1440)]
    public async Task No_page_scrolls_sideways_or_has_two_headings_or_makes_the_browser_complain(int width)
    {
        await using var visitor = await city.Visit(width, scripts: true);
        var faults = new List<string>();
        foreach (var path in open)
        {
            await visitor.Open(path);
            faults.AddRange(await Faults(visitor, path));
        }
        await visitor.SignIn("city-clerk");
        foreach (var path in desk)
        {
            await visitor.Open(path);
            faults.AddRange(await Faults(visitor, path));
        }
        Assert.Empty(faults.Concat(visitor.Complaints));
    }

    [Fact]
    public async Task What_an_import_would_do_fits_every_screen()
    {
        await using var clerk = await city.SignIn("safety-clerk", scripts: true);
        await MeetingTests.Drop(clerk, "AQ");
        Assert.Empty((await Soundness.Faults(clerk.Page, "dry run")).Concat(clerk.Complaints));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_document_prints_by_a_button_where_scripts_are_on_and_says_how_where_they_are_off(bool scripts)
    {
        await using var visitor = await city.SignIn("city-head", scripts: scripts);
        foreach (var path in new[] { "/cases/JL-010/print", "/slips/AQ-2021-10" })
        {
            await visitor.Open(path);
            Assert.Equal((scripts, !scripts), (await visitor.Page.Locator(".bar button").IsVisibleAsync(), await visitor.Page.Locator(".bar span").IsVisibleAsync()));
            if (!scripts) continue;
            await visitor.Page.EvaluateAsync("window.print = () => document.title = 'printed'");
            await visitor.Page.Locator(".bar button").ClickAsync();
            Assert.Equal("printed", await visitor.Page.TitleAsync());
        }
        Assert.Empty(visitor.Complaints);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task An_earlier_round_unfolds_under_a_finger_with_its_pictures(bool scripts)
    {
        await using var visitor = await city.SignIn("city-head", scripts: scripts);
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.Open("/cases/JL-010");
        var picture = visitor.Page.Locator("#round-1 .du-pair img").First;
        Assert.False(await picture.IsVisibleAsync());
        await visitor.Page.Locator("#round-1 > summary").ClickAsync();
        await picture.ScrollIntoViewIfNeededAsync();
        Assert.True(await picture.IsVisibleAsync());
        if (scripts) Assert.Empty(await Soundness.Faults(visitor.Page, "an unfolded round"));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_switch_changes_the_language_and_no_page_shows_the_name_of_a_text_instead_of_the_text()
    {
        await using var visitor = await city.SignIn("city-clerk");
        foreach (var language in new[] { "zh-CN", "en" })
        {
            foreach (var path in desk)
            {
                await visitor.Open(path);
                Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
                Assert.Empty(Key().Matches(await visitor.Page.Locator("body").InnerTextAsync()).Select(m => $"{path}: {m.Value}"));
            }
            if (language == "zh-CN") await visitor.Follow(".du-top-end form[action='/language'] button");
        }
    }

    private static async Task<IEnumerable<string>> Faults(Visitor visitor, string path)
    {
        var wide = await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var headings = await visitor.Page.Locator("h1").CountAsync();
        return new[] { wide > 0 ? $"{path} is {wide} pixels too wide" : null, headings != 1 ? $"{path} has {headings} headings" : null }.OfType<string>();
    }

    // A key that nobody has worded comes out as itself: act.not_yet. File names have other endings.
    [GeneratedRegex(@"(?<![\w.])[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*(?![\w.])(?<!\.(jpg|png|xlsx|pdf|cn|com))")]
    private static partial Regex Key();
}
