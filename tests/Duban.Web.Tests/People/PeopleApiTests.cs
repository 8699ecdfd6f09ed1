using System.Net;
using Duban.Web.Tests.Cases;

namespace Duban.Web.Tests.People;

public sealed class PeopleApiTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_administrators_program_enters_a_person_who_is_then_shut_out_again(On on)
    {
        await using var town = await Town.Start(on);
        var keeper = await Machine.Of(town, "administrator");
        var added = await keeper.Post("/api/people", new { userName = "nanyue-third", name = "南岳区第三联络员", unit = "南岳区", role = "Liaison" });
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await town.Open().SignIn("nanyue-third", added["password"]!)).Status);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Post("/api/people/nanyue-third/disable", new { })).Status);
        Assert.NotEqual(HttpStatusCode.Redirect, (await town.Open().SignIn("nanyue-third", added["password"]!)).Status);
        var unknown = await keeper.Post("/api/people", new { userName = "nanyue-fourth", name = "南岳区第四联络员", unit = "南岳区", role = "Inspector" });
        unknown.IsRefusedFor("post.role_unknown");
        Assert.All(new[] { "Liaison", "Verifier", "Administrator" }, role => Assert.Contains(role, unknown.Body.GetProperty("reasons")[0].GetProperty("message").GetString()));
        (await keeper.Post("/api/people", new { userName = "nanyue-fourth", name = "南岳区第四联络员", unit = "南岳区", role = "3" })).IsRefusedFor("post.role_unknown");
        (await keeper.Post("/api/people/administrator/disable", new { })).IsRefusedFor("person.last_administrator");
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task An_administrators_program_makes_lists_and_revokes_tokens(On on)
    {
        await using var town = await Town.Start(on);
        var keeper = await Machine.Of(town, "administrator");
        var made = await keeper.Post("/api/people/reader/tokens", new { name = "大屏", days = 30 });
        Assert.Equal(HttpStatusCode.OK, made.Status);
        var screen = Machine.Bearing(town, made["token"]!);
        Assert.Equal(("reader", "Read"), ((await screen.Get("/api/me"))["person"], (await screen.Get("/api/me"))["scope"]));
        var listed = Assert.Single((await keeper.Get("/api/people/reader/tokens")).Body.EnumerateArray(), t => t.GetProperty("name").GetString() == "大屏");
        Assert.Equal((made["id"], false), (listed.GetProperty("id").GetString(), listed.ToString().Contains(made["token"]!, StringComparison.Ordinal)));

        Assert.Equal(HttpStatusCode.NotFound, (await keeper.Send(HttpMethod.Delete, $"/api/people/city-clerk/tokens/{made["id"]}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Send(HttpMethod.Delete, $"/api/people/reader/tokens/{made["id"]}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await screen.Get("/api/me")).Status);
        (await keeper.Send(HttpMethod.Delete, $"/api/people/reader/tokens/{made["id"]}")).IsRefusedFor("token.unknown");
        (await keeper.Post("/api/people/reader/tokens", new { name = "", days = 1000, scope = "All", post = "none" })).IsRefusedFor("person.bad_name", "token.bad_days", "field.no_choice", "token.no_post");
        foreach (var user in new[] { "city-clerk", "city-head", "hengdong-liaison" })
            foreach (var told in new[] { await (await Machine.Of(town, user)).Get("/api/people/reader/tokens"), await (await Machine.Of(town, user)).Post("/api/people/reader/tokens", new { name = "x" }) })
                Assert.Equal(HttpStatusCode.Forbidden, told.Status);
    }

    [Theory, InlineData("city-clerk", 200), InlineData("hengdong-liaison", 403)]
    public async Task The_office_reads_people_and_nobody_but_the_administrator_keeps_them(string user, int reading)
    {
        await using var town = await Town.Start();
        var machine = await Machine.Of(town, user);
        Assert.Equal(reading, (int)(await machine.Get("/api/people")).Status);
        Assert.Equal(HttpStatusCode.OK, (await machine.Get("/api/units")).Status);
        foreach (var path in new[] { "/api/people", "/api/units", "/api/people/reader/disable", "/api/people/reader/password" })
            Assert.Equal(HttpStatusCode.Forbidden, (await machine.Post(path, new { })).Status);
    }
}
