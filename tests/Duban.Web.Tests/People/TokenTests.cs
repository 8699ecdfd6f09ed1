using System.Net;
using Duban.Web.People;

namespace Duban.Web.Tests.People;

public sealed class TokenTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_token_says_whose_it_is(On on)
    {
        await using var town = await Town.Start(on);
        var answer = await Ask(town, HttpMethod.Get, "/api/me", await town.Token("hengdong-liaison", TokenScope.Read));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("\"unit\":\"430424\"", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reading_token_does_not_write()
    {
        await using var town = await Town.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(town, HttpMethod.Post, "/api/nothing", await town.Token("city-clerk", TokenScope.Read))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(town, HttpMethod.Post, "/api/nothing", await town.Token("city-clerk", TokenScope.Write))).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_dismissed_persons_token_is_worth_nothing_at_once(On on)
    {
        await using var town = await Town.Start(on);
        var token = await town.Token("city-clerk", TokenScope.Write);
        Assert.Equal(HttpStatusCode.OK, (await Ask(town, HttpMethod.Get, "/api/me", token)).Status);
        await town.The<PeopleRegister>().Disable(new("city-clerk"), "administrator");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(town, HttpMethod.Get, "/api/me", token)).Status);
    }

    [Fact]
    public async Task A_token_ends_with_its_post_its_days_or_its_revocation()
    {
        await using var town = await Town.Start();
        var (ofPost, ofDays, revoked) = (
            await town.Token("shigu-leader", TokenScope.Read), await town.Token("shigu-liaison", TokenScope.Read), await town.Token("reader", TokenScope.Read));
        foreach (var token in new[] { ofPost, ofDays, revoked }) Assert.Equal(HttpStatusCode.OK, (await Ask(town, HttpMethod.Get, "/api/me", token)).Status);
        await town.The<PeopleRegister>().EndPost(new("shigu-leader"), "shigu-leader.1", "administrator");
        await town.The<ApiTokens>().Revoke(new("reader"), (await town.The<ApiTokens>().Of(new("reader")))[0].Id, "administrator");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(town, HttpMethod.Get, "/api/me", ofPost)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(town, HttpMethod.Get, "/api/me", revoked)).Status);
        town.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(town, HttpMethod.Get, "/api/me", ofDays)).Status);
    }

    [Theory, InlineData("dbn_"), InlineData("dbn_AAAA"), InlineData("something else"), InlineData("")]
    public async Task A_made_up_token_opens_nothing(string token)
    {
        await using var town = await Town.Start();
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(town, HttpMethod.Get, "/api/me", token)).Status);
    }

    [Fact]
    public async Task A_token_is_for_the_api_and_opens_no_page()
    {
        await using var town = await Town.Start();
        Assert.Equal(HttpStatusCode.Redirect, (await Ask(town, HttpMethod.Get, "/account", await town.Token("reader", TokenScope.Read))).Status);
    }

    [Fact]
    public async Task A_browsers_cookie_alone_does_not_write_by_the_api()
    {
        await using var town = await Town.Start();
        var browser = await town.SignIn("city-clerk");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/api/me")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Post("/api/nothing")).Status);
        var token = (await browser.Get("/account")).Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/nothing") { Headers = { { "RequestVerificationToken", token } } };
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Send(request)).Status);
    }

    private static async Task<Seen> Ask(Town town, HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await town.Open().Send(request);
    }
}
