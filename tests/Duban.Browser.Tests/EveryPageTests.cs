namespace Duban.Browser.Tests;

/// <summary>Every kind of page, in both languages: nothing runs sideways out of a phone, everything has a name and a place.</summary>
public sealed class EveryPageTests(Hengyang city)
{
    private static readonly Dictionary<string, string[]> pages = new()
    {
        ["city-head"] =
        [
            "/", "/cases", "/cases?light=red", "/hand-over?campaign=AQ", "/import", "/slips?campaign=AQ", "/slips/print?campaign=AQ", "/to-sign", "/to-verify", "/survey", "/to-accept", "/look-back",
            "/campaigns", "/campaigns/AQ", "/campaigns/new", "/procedures", "/procedures/full/3", "/procedures/full/4", "/calendar", "/calendar?year=2027", "/people", "/people/units", "/account", "/cases/new",
            "/cases/JL-003", "/cases/JL-003/decide-plan", "/cases/JL-003/ask", "/cases/JL-003/void", "/cases/JL-006", "/cases/JL-006/print", "/cases/JL-010", "/cases/JL-010/print", "/slips/AQ-2021-10", "/cases/AQ-001", "/notices", "/on-notice",
        ],
        ["city-clerk"] = ["/", "/cases/JL-004", "/cases/JL-004/draw-sample", "/cases/JL-005", "/cases/JL-005/words", "/cases/AQ-037/merge", "/cases/AQ-037/chase", "/cases/XS-001", "/cases/XS-001/register"],
        ["hengdong-liaison"] = ["/", "/cases", "/cases/JL-007", "/cases/JL-001/progress", "/cases/JL-001/evidence", "/cases/JL-001/extension", "/cases/report"],
        ["qidong-liaison"] = ["/to-sign", "/slips/AQ-2021-10/sign", "/cases/AQ-074"],
        ["hengdong-ecology-verifier"] = ["/", "/to-verify", "/cases/JL-002", "/cases/JL-002/verify"],
        ["acceptor-emergency"] = ["/", "/to-accept", "/cases/JL-007"],
    };

    [Theory, InlineData("city-head"), InlineData("city-clerk"), InlineData("hengdong-liaison"), InlineData("qidong-liaison"), InlineData("hengdong-ecology-verifier"), InlineData("acceptor-emergency")]
    public async Task The_pages_of_a_post_are_sound_at_every_width_in_both_languages(string user)
    {
        await using var visitor = await city.SignIn(user, scripts: true);
        await AreSound(visitor, pages[user], ".du-top-end form[action='/language'] button");
    }

    [Fact]
    public async Task The_pages_of_residents_and_of_strangers_are_sound_at_every_width_in_both_languages()
    {
        await using var visitor = await city.Visit(scripts: true);
        await AreSound(visitor, ["/sign-in", "/a", "/notices", "/seals", "/notices/JL-005", "/notices/JL-006", "/notices/JL-010", "/report", "/report/kept/R23456789ABCD", "/lookup", "/lookup/R23456789ABCD"], "form[action='/language'] button");
    }

    private static async Task AreSound(Visitor visitor, string[] paths, string switcher)
    {
        var faults = new List<string>();
        foreach (var language in new[] { "zh-CN", "en" })
        {
            foreach (var path in paths)
            {
                await visitor.Page.SetViewportSizeAsync(1440, 900);
                await visitor.Open(path);
                Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
                faults.AddRange(await Soundness.Faults(visitor.Page, $"{path} ({language})"));
            }
            await visitor.Page.SetViewportSizeAsync(1440, 900);
            await visitor.Open(paths[0]);
            if (language == "zh-CN") await visitor.Follow(switcher);
        }
        Assert.Empty(faults.Concat(visitor.Complaints));
    }
}
