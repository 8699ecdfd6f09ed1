using System.Net;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Shell;

/// <summary>Where a page says it stands: an address that can be opened again, also after a refused form and on an error page.</summary>
public sealed class WayBackTests
{
    [Fact]
    public async Task The_language_switch_of_a_refused_form_leads_to_where_the_form_was()
    {
        await using var town = await Town.Start();
        var browser = await town.SignIn("city-head");
        var page = await browser.Get("/calendar?year=2021");
        var refused = await browser.Submit(page, "/calendar/days?year=2021", ("day", "2021-02-30"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        // Without a word of the browser of where it came from the desk is the safest place.
        Assert.Equal("/", Back(refused));
        Assert.Equal("/calendar?year=2021", Back(page));
    }

    [Fact]
    public async Task The_language_switch_of_an_error_page_leads_to_the_address_that_was_asked_for()
    {
        await using var town = await Town.Start();
        var missing = await (await town.SignIn("city-head")).Get("/cases/NOPE-1?x=1");
        Assert.Equal((HttpStatusCode.NotFound, "/cases/NOPE-1?x=1"), (missing.Status, Back(missing)));
    }

    [Theory, InlineData("/report"), InlineData("/notices"), InlineData("/seals.csv"), InlineData("/health/live"), InlineData("/health/ready"), InlineData("/sign-in")]
    public async Task What_answers_GET_answers_HEAD(string address)
    {
        await using var town = await Town.Start();
        using var client = town.App.GetTestClient();
        using var head = new HttpRequestMessage(HttpMethod.Head, address);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(head, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static string? Back(Seen page) => page.Page.QuerySelector("form[action='/language'] input[name=Back]")!.GetAttribute("value");
}
