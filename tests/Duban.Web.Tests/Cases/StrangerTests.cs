using System.Net;
using System.Security.Cryptography;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.Acts;
using Duban.Web.People;
using Duban.Web.Tests.Cases.Pages;
using Microsoft.AspNetCore.TestHost;

namespace Duban.Web.Tests.Cases;

/// <summary>A case and those it does not concern: they learn nothing of it, not even that it is there.</summary>
public sealed class StrangerTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Every_act_of_every_stranger_finds_no_case_whatever_version_it_names(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Signed();
        foreach (var stranger in new[] { "qidong-liaison", "qidong-leader", "qidong-verifier", "administrator" })
        {
            var machine = await Machine.Of(walk.Town, stranger);
            var browser = await walk.As(stranger);
            foreach (var door in ActDoor.All)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await machine.Act(walk.Id, door.Name)).Status);
                Assert.Equal(HttpStatusCode.NotFound, (await machine.Act(walk.Id, door.Name, seen: 1)).Status);
                Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/cases/{walk.Id}/{door.Name}")).Status);
            }
            foreach (var address in new[] { "", "/print", "/ask", "/codes", "/words", "/evidence" })
                Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/cases/{walk.Id}{address}")).Status);
            foreach (var address in new[] { $"/api/cases/{walk.Id}", $"/api/cases/{walk.Id}/events", "/api/slips/JL-2021-1" })
                Assert.Equal(HttpStatusCode.NotFound, (await machine.Get(address)).Status);
            Assert.DoesNotContain(walk.Id, (await machine.Get("/api/cases")).Body.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Every_act_answers_over_the_wire_as_the_table_of_rights_says(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Signed();
        var c = (await walk.Town.The<CaseLedger>().Load("430400", new CaseId(walk.Id)))!;
        foreach (var user in new[] { "city-clerk", "city-head", "hengdong-liaison", "hengdong-leader", "hengdong-verifier", "acceptor-emergency", "reader" })
        {
            var machine = await Machine.Of(walk.Town, user);
            var by = (await walk.Town.The<Entrance>().Admit(new PersonId(user), null, "test"))!.InPost;
            foreach (var door in ActDoor.All)
            {
                var allowed = Rights.Refusal(by, door.Kind, c.Holding?.Unit, c.CoUnits) is null;
                var answer = await machine.Act(walk.Id, door.Name);
                if (allowed) Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{user} {door.Name}: {answer.Status}");
                else Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{user} {door.Name}: {answer.Status}");
                c = (await walk.Town.The<CaseLedger>().Load("430400", c.Id))!;
            }
        }
    }

    [Fact]
    public async Task Whoever_may_not_verify_does_not_fill_the_disk_with_photos()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        var photo = Photos.Jpeg(width: RandomNumberGenerator.GetInt32(600, 6000), height: 200);
        foreach (var (user, id, status, kept) in new[]
        {
            ("hengdong-liaison", walk.Id, HttpStatusCode.Forbidden, false), ("administrator", walk.Id, HttpStatusCode.NotFound, false),
            ("hengdong-verifier", "JL-999", HttpStatusCode.NotFound, false), ("hengdong-verifier", walk.Id, HttpStatusCode.UnprocessableEntity, true),
        })
        {
            using var client = walk.Town.App.GetTestClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", await walk.Town.Token(user, TokenScope.Write));
            using var body = new MultipartFormDataContent { { new StringContent("yes"), "passed" }, { new ByteArrayContent(photo), "photos", "a.jpg" } };
            using var answer = await client.PostAsync($"/api/cases/{id}/verify", body, TestContext.Current.CancellationToken);
            Assert.Equal(status, answer.StatusCode);
            await using var file = walk.Town.The<BlobStore>().Open(Convert.ToHexStringLower(SHA256.HashData(photo)));
            Assert.Equal(kept, file is not null);
        }
    }

    [Fact]
    public async Task A_reading_token_writes_nothing_and_a_key_too_long_to_keep_is_told()
    {
        await using var walk = await (await Walk.Begin()).Signed();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Machine.Of(walk.Town, "city-clerk", TokenScope.Read)).Act(walk.Id, "chase", new { words = "请办理" })).Status);
        var machine = await Machine.Of(walk.Town, "city-clerk");
        Assert.Equal(HttpStatusCode.BadRequest, (await machine.Act(walk.Id, "chase", new { words = "请办理" }, once: new string('k', 101))).Status);
        Assert.Equal(HttpStatusCode.OK, (await machine.Act(walk.Id, "chase", new { words = "请办理" }, once: new string('k', 100))).Status);
    }
}
