using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Duban.Web.Tests.House;

/// <summary>What people can do on a page, machines can do under /api; the exceptions are few and say why.</summary>
public sealed class MachineDoors
{
    /// <summary>Pages that change something and their machine door; or, without one, the reason.</summary>
    private static readonly Dictionary<string, string> Pairs = new()
    {
        ["/cases/new"] = "/api/cases",
        ["/cases/report"] = "/api/leads",
        ["/hand-over"] = "/api/hand-overs",
        ["/hand-over/allot"] = "/api/cases/{id}/correct",
        ["/import"] = "/api/imports",
        ["/import/{kept}"] = "/api/imports",
        ["/import/{kept}/look"] = "/api/imports/mappings/{signature}",
        ["/campaigns"] = "/api/campaigns",
        ["/campaigns/{code}"] = "/api/campaigns/{code}",
        ["/procedures"] = "/api/procedures",
        ["/calendar"] = "/api/calendar",
        ["/people"] = "/api/people",
        ["/people/units"] = "/api/units",
        ["/people/{id}/posts"] = "/api/people/{id}/posts",
        ["/people/{id}/posts/end"] = "/api/people/{id}/posts/{post}/end",
        ["/people/{id}/disable"] = "/api/people/{id}/disable",
        ["/people/{id}/enable"] = "/api/people/{id}/enable",
        ["/people/{id}/password"] = "/api/people/{id}/password",
        ["/cases/{id}/codes"] = "/api/cases/{id}/codes",
        ["/cases/{id}/words/erase"] = "erasing what a resident said is a person's act, done where the words are read",
        ["/a"] = "only leads to the page of a code",
        ["/a/{code}"] = "/api/answers/{code}",
        ["/a/{code}/words"] = "words are a resident's own, on a resident's phone",
        ["/notices/{number}/objections"] = "/api/notices/{number}/objections",
        ["/report"] = "/api/reports",
        ["/lookup"] = "only leads to the page of a number",
        ["/lookup/{number}/not-fixed"] = "/api/reports/{number}/not-fixed",
        ["/sign-in"] = "machines have tokens",
        ["/sign-out"] = "machines have tokens",
        ["/account/password"] = "machines have tokens",
        ["/account/post"] = "a token is of one post",
        ["/language"] = "machines send Accept-Language",
        ["/demo/clock"] = "the demo's own",
    };

    [Fact]
    public async Task Every_page_that_changes_something_has_a_machine_door_or_a_reason()
    {
        await using var town = await Town.Start(demo: true);
        var posts = town.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(m => m is "POST" or "PUT") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).ToHashSet();
        var pages = posts.Where(p => !p.StartsWith("/api/", StringComparison.Ordinal) && !p.StartsWith("/gallery", StringComparison.Ordinal)).ToList();
        Assert.True(pages.Count > 50, "the house lists its addresses");
        Repository.None("A page changes something and no machine can, or the pair in MachineDoors.cs is not there:", pages
            .Where(p => !posts.Contains("/api" + p) && !(Pairs.TryGetValue(p, out var door) && (!door.StartsWith("/api", StringComparison.Ordinal) || posts.Contains(door)))));
        Repository.None("A pair in MachineDoors.cs has no page any more:", Pairs.Keys.Where(p => !posts.Contains(p)));
    }
}
