using System.Net;
using Duban.Web.Residents.Codes;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.Residents;

/// <summary>Numbers looked up by the thousand, by a whole village, with any keyboard, and far too long.</summary>
public sealed class HostileNumbers
{
    [Theory, InlineData("/lookup/"), InlineData("/api/steps/")]
    public async Task Right_numbers_of_cases_count_like_wrong_ones_for_a_minute_and_tell_neither_apart(string address)
    {
        await using var walk = await Walk.Begin();
        var anybody = walk.Town.Open();
        var wrong = address == "/lookup/" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.NotFound;
        for (var i = 0; i < 60; i++)
            Assert.Equal(i % 2 == 0 ? wrong : HttpStatusCode.OK, (await anybody.Get(address + (i % 2 == 0 ? $"JL-9{i:00}" : "JL-001"))).Status);
        foreach (var number in new[] { "JL-999", "JL-001" })
        {
            var wait = await anybody.Get(address + number);
            Assert.Equal(HttpStatusCode.TooManyRequests, wait.Status);
            Assert.Contains(address == "/lookup/" ? "一分钟" : "residents.steps_wait", wait.Html, StringComparison.Ordinal);
        }
        // Whoever holds a number of their own is not kept waiting for that.
        var report = await walk.Town.Reported();
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get($"/lookup/{report}")).Status);
        walk.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get(address + "JL-001")).Status);
    }

    [Fact]
    public async Task Wrong_numbers_of_reports_keep_a_village_from_its_reports_for_a_minute_and_from_nothing_else()
    {
        await using var walk = await Walk.Begin();
        var anybody = walk.Town.Open();
        var report = await walk.Town.Reported();
        for (var i = 0; i < 59; i++) await anybody.Get($"/lookup/R{Code.Letters(12)}");
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get($"/lookup/{report}")).Status);
        var wait = await anybody.Get($"/lookup/R{Code.Letters(12)}");
        Assert.Equal(HttpStatusCode.TooManyRequests, wait.Status);
        Assert.Contains("一分钟", wait.Text, StringComparison.Ordinal);
        // For a minute a right one is not told from a wrong one, or the limit would limit nobody.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await anybody.Get($"/lookup/{report}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Typed(anybody, $"YY-{Code.Letters(8)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get("/lookup/JL-001")).Status);
        walk.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get($"/lookup/{report}")).Status);
    }

    [Fact]
    public async Task Twenty_wrong_numbers_of_objections_shut_an_address_out_of_objections_for_ten_minutes()
    {
        await using var walk = await Walk.Begin();
        var anybody = walk.Town.Open();
        for (var i = 0; i < 19; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Typed(anybody, $"YY-{Code.Letters(8)}")).Status);
        Assert.Contains("十分钟", (await Typed(anybody, $"YY-{Code.Letters(8)}")).Text, StringComparison.Ordinal);
        walk.Town.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Typed(anybody, $"YY-{Code.Letters(8)}")).Status);
        walk.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Typed(anybody, $"YY-{Code.Letters(8)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get("/lookup/JL-001")).Status);
        Assert.Equal("/lookup/JL-001", (await Typed(anybody, "JL-001")).Location);
    }

    [Theory]
    [InlineData("ＪＬ-001"), InlineData("JL -001"), InlineData("ＪＬ—００１"), InlineData("jl——001"), InlineData("JL–001"), InlineData("JL−001"), InlineData("JL－001"), InlineData("JL‑001")]
    public async Task A_number_of_a_case_is_known_with_every_keyboard_and_at_every_door(string typed)
    {
        await using var walk = await Walk.Begin();
        var anybody = walk.Town.Open();
        Assert.Equal("/lookup/JL-001", (await Typed(anybody, typed)).Location);
        Assert.Equal(HttpStatusCode.OK, (await anybody.Get("/lookup/" + Uri.EscapeDataString(typed))).Status);
        Assert.Contains("\"case\":\"JL-001\"", (await anybody.Get("/api/steps/" + Uri.EscapeDataString(typed))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_s_number_may_be_typed_with_long_dashes()
    {
        await using var walk = await Walk.Begin();
        var number = await walk.Town.Reported();
        Assert.Equal($"/lookup/{number}", (await Typed(walk.Town.Open(), $"{number[..1]}—{number[1..5]}——{number[5..9]}－{number[9..]}")).Location);
    }

    [Theory, InlineData(65), InlineData(100_000)]
    public async Task What_is_too_long_to_be_a_number_is_not_sent_back(int length)
    {
        await using var town = await Town.Start();
        var anybody = town.Open();
        var wrong = await Typed(anybody, new string('九', length));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.DoesNotContain("九九", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("九九", (await Typed(anybody, new string('九', 64))).Html, StringComparison.Ordinal);
    }

    private static async Task<Seen> Typed(Browser browser, string number) => await browser.Submit(await browser.Get("/lookup"), "/lookup", ("Number", number));
}
