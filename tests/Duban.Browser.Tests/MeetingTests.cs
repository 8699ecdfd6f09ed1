using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Procedures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Duban.Browser.Tests;

/// <summary>The clerk's list of hazards, dropped into the browser.</summary>
public sealed class MeetingTests(Hengyang city)
{
    [Fact]
    public async Task A_clerk_who_brings_the_same_list_again_is_told_that_nothing_in_it_is_new()
    {
        await using var clerk = await city.SignIn("safety-clerk");
        Assert.NotEmpty(await clerk.Page.Locator("h1").InnerTextAsync());
        await Drop(clerk, "AQ");
        var sums = await clerk.Page.Locator(".du-sum dd").AllInnerTextsAsync();
        Assert.Equal("0", sums[0]);
        Assert.Equal("114", sums[3]);
        Assert.Equal(0, await clerk.Page.Locator(".du-actbar").CountAsync());
    }

    [Fact]
    public async Task A_clerk_drops_114_hazards_into_a_new_campaign_and_hands_them_over_to_16_units_in_one_act()
    {
        var shorter = ProcedureFile.Shipped.Single(p => p.Code == "short");
        await city.App.Services.GetRequiredService<Campaigns>()
            .Save("430400", new Campaign("DC", new("安全督查", "Safety inspection"), "short", shorter.Version, new UnitId("430400-awb"), new(2021, 3, 15), null), new("test", DateTimeOffset.UnixEpoch));
        await using var clerk = await city.SignIn("safety-clerk");
        await Drop(clerk, "DC");
        Assert.Equal("114", (await clerk.Page.Locator(".du-sum dd").AllInnerTextsAsync())[0]);
        foreach (var cell in new[] { "A62", "K37", "E50" }) await Assertions.Expect(clerk.Page.Locator(".du-prob .cell").GetByText(cell, new() { Exact = true })).ToBeVisibleAsync();
        await clerk.Press("form:has(.du-actbar)");

        Assert.Equal("/hand-over", clerk.Path);
        await Assertions.Expect(clerk.Page.Locator(".du-units tbody tr")).ToHaveCountAsync(16);
        await Assertions.Expect(clerk.Page.Locator(".du-unnamed tbody tr")).ToHaveCountAsync(11);
        await clerk.Fill(("contact", "市安委办督查科"), ("due", "2021-03-31"), ("laterWhy", "集中交办会改期"));
        await clerk.Press("form:has(.du-actbar)");

        Assert.Equal("/slips", clerk.Path);
        await Assertions.Expect(clerk.Page.Locator("main tbody tr")).ToHaveCountAsync(16);
        var perUnit = await clerk.Page.Locator("main tbody tr td:nth-child(3)").AllInnerTextsAsync();
        Assert.Equal(114, perUnit.Sum(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Empty(clerk.Complaints);
    }

    [Fact]
    public async Task A_slip_prints_on_paper()
    {
        await using var liaison = await city.SignIn("hengdong-liaison");
        await liaison.Open("/slips?campaign=AQ");
        await liaison.Follow("main tbody tr:first-child td:first-child a");
        await Assertions.Expect(liaison.Page.Locator("article.sheet")).ToBeVisibleAsync();
        var pdf = System.Text.Encoding.Latin1.GetString(await liaison.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
        Assert.StartsWith("%PDF-", pdf);
        Assert.Contains("/Type /Page\n", pdf);
    }

    internal static async Task Drop(Visitor clerk, string campaign)
    {
        await clerk.Open("/import");
        await clerk.Fill(("campaign", campaign));
        using var stream = typeof(Duban.Web.Demo.DemoPeople).Assembly.GetManifestResourceStream("hazard-ledger-114.xlsx")!;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        await clerk.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "hazard-ledger-114.xlsx", MimeType = "application/octet-stream", Buffer = bytes.ToArray() });
        await clerk.Press("form[action='/import']");
    }
}
