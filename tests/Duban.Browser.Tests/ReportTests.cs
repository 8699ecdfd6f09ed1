using Microsoft.Playwright;

namespace Duban.Browser.Tests;

/// <summary>A villager with a telephone that runs no scripts.</summary>
public sealed class ReportTests(Hengyang city)
{
    [Fact]
    public async Task A_villager_reports_a_problem_keeps_the_number_and_finds_it_again()
    {
        await using var villager = await city.Visit(390);
        await villager.Open("/sign-in");
        await villager.Follow("a[href='/report']");
        await villager.Fill(("Words", "后山的渣堆又往河里滑"), ("Place", "河边老码头"));
        await villager.Follow("form[action='/report'] button");
        await Assertions.Expect(villager.Page.Locator(".field.bad")).ToHaveCountAsync(1);
        Assert.Equal("后山的渣堆又往河里滑", await villager.Page.Locator("[name=Words]").InputValueAsync());
        await Fits(villager);
        await villager.Page.Locator("[name=Unit]").SelectOptionAsync(new SelectOptionValue { Label = "甘溪镇" });
        await villager.Page.Locator("[name=Photos]").SetInputFilesAsync(new FilePayload { Name = "slope.jpg", MimeType = "image/jpeg", Buffer = LoopTests.Photo() });
        await villager.Follow("form[action='/report'] button");
        var number = await villager.Page.Locator(".number b").InnerTextAsync();
        await Fits(villager);

        await villager.Open("/lookup");
        await villager.Fill(("Number", number.ToLowerInvariant()));
        await villager.Follow("form[action='/lookup'] button");
        await Assertions.Expect(villager.Page.Locator("h1")).ToContainTextAsync("已收到");
        await Fits(villager);
        await villager.Follow("header form[action='/language'] button");
        await Assertions.Expect(villager.Page.Locator("h1")).ToContainTextAsync("Received");
        await Assertions.Expect(villager.Page.Locator("main")).ToContainTextAsync(number);

        await using var clerk = await city.SignIn("city-clerk", 390);
        await clerk.Open("/");
        await Assertions.Expect(clerk.Page.Locator("#g-register_lead")).ToContainTextAsync("后山的渣堆又往河里滑");
        await clerk.Follow("#g-register_lead tr:has-text('后山的渣堆') .no a");
        await Assertions.Expect(clerk.Page.Locator("#report img")).ToHaveCountAsync(1);
        // 422 on the first try is the one thing the console may speak of.
        Assert.Empty(villager.Complaints.Where(c => !c.Contains("422", StringComparison.Ordinal)).Concat(clerk.Complaints));
    }

    private static async Task Fits(Visitor visitor)
    {
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
        Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
    }
}
