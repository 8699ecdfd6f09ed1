using System.Net;
using System.Text;
using Duban.Web.Tests.Cases;

namespace Duban.Web.Tests.Shell.Machines;

/// <summary>A request that finds no door is told why, and a stranger learns of no door that is not theirs.</summary>
public sealed class AddressTests
{
    [Fact]
    public async Task Wrong_methods_wrong_contents_and_wrong_addresses_are_told_apart()
    {
        await using var town = await Town.Start();
        var clerk = await Machine.Of(town, "city-clerk");
        var wrongWay = await clerk.Send(HttpMethod.Put, "/api/cases");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, wrongWay.Status);
        Assert.Equal(["GET", "HEAD", "POST"], wrongWay.Allow.Order());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await clerk.Send(HttpMethod.Delete, "/api/cases/JL-001/grade")).Status);
        using var text = new StringContent("x", Encoding.UTF8, "text/plain");
        var wrongKind = await clerk.Send(HttpMethod.Post, "/api/cases", text);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrongKind.Status);
        Assert.Contains("application/json", wrongKind["detail"]!, StringComparison.Ordinal);
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await clerk.Send(HttpMethod.Post, "/api/imports", json)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get("/api/nope")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Get("/api/cases/x")).Status);
        Assert.All([wrongWay, wrongKind, await clerk.Get("/api/nope"), await clerk.Get("/api/cases/x")], t => Assert.Equal("application/problem+json", t.Type));
    }

    [Theory, InlineData("GET", "/api/cases"), InlineData("PUT", "/api/cases"), InlineData("DELETE", "/api/campaigns/AQ"), InlineData("POST", "/api/me"), InlineData("POST", "/api/imports"), InlineData("HEAD", "/api/desk")]
    public async Task A_door_that_wants_somebody_signed_in_says_only_that(string method, string address)
    {
        await using var town = await Town.Start();
        var told = await Machine.Stranger(town).Send(new(method), address);
        Assert.Equal(HttpStatusCode.Unauthorized, told.Status);
        Assert.Empty(told.Allow);
    }

    [Fact]
    public async Task A_stranger_is_told_of_open_doors_alone()
    {
        await using var town = await Town.Start();
        var stranger = Machine.Stranger(town);
        var told = await stranger.Send(HttpMethod.Put, "/api/notices");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET,HEAD"), (told.Status, string.Join(',', told.Allow.Order())));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get("/api/nope")).Status);
        Assert.Equal("application/problem+json", (await stranger.Get("/api/cases")).Type);
    }

    [Fact]
    public async Task Where_get_is_answered_head_is_too()
    {
        await using var town = await Town.Start();
        var clerk = await Machine.Of(town, "city-clerk");
        foreach (var address in new[] { "/api/cases", "/api/me", "/api/notices", "/api/procedures/full/3" })
            Assert.Equal(HttpStatusCode.OK, (await clerk.Send(HttpMethod.Head, address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Send(HttpMethod.Head, "/api/cases/JL-999")).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_called_by_its_name_in_the_askers_language()
    {
        await using var town = await Town.Start();
        var head = await Machine.Of(town, "city-head");
        using var change = new StringContent("{}", Encoding.UTF8, "application/json");
        foreach (var (told, code) in new[]
        {
            (await head.Send(HttpMethod.Put, "/api/campaigns/NOPE", change), "campaign.unknown"), (await head.Get("/api/campaigns/NOPE"), "campaign.unknown"),
            (await head.Get("/api/procedures/none/1"), "procedure.unknown"), (await head.Get("/api/slips/none"), "slip.unknown"),
            (await head.Get("/api/notices/JL-001"), "notice.unknown"), (await head.Get("/api/imports/mappings/none"), "import.mapping_unknown"),
            (await (await Machine.Of(town, "administrator")).Get("/api/people/nobody/tokens"), "person.unknown"),
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, told.Status);
            told.IsRefusedFor(code);
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", told["detail"]!);
        }
        Assert.Contains("没有这个地址", (await Machine.Stranger(town).Get("/api/nope")).Text, StringComparison.Ordinal);
        // Chinese stands in the answers as it is.
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", (await head.Get("/api/procedures")).Text);
        Assert.Contains("衡东县", (await head.Get("/api/units")).Text, StringComparison.Ordinal);
    }
}
