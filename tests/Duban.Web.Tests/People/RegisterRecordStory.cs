using System.Net;
using Dapper;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.CommandLine;
using Duban.Web.Demo;
using Duban.Web.People;
using Duban.Web.People.Pages;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases;
using Duban.Web.Tests.CommandLine;
using Duban.Web.Tests.Shell;

namespace Duban.Web.Tests.People;

/// <summary>Whoever gives posts, passwords and tokens away could sign as anybody: what they did stands in the ledger, for the office and the person to see.</summary>
public sealed class RegisterRecordStory
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_an_administrator_does_is_seen_by_the_head_and_by_the_person(On on)
    {
        await using var town = await Town.Start(on);
        var keeper = await Machine.Of(town, "administrator");
        Assert.Equal(HttpStatusCode.OK, (await keeper.Post("/api/people/hengdong-liaison/posts", new { unit = "430424-yjj", role = "Verifier" })).Status);
        var token = await keeper.Post("/api/people/hengdong-liaison/tokens", new { name = "县平台", scope = "Write" });
        Assert.Equal(HttpStatusCode.OK, (await keeper.Send(HttpMethod.Delete, $"/api/people/hengdong-liaison/tokens/{token["id"]}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Post("/api/people/hengdong-leader/disable", new { })).Status);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Post("/api/people/hengdong-leader/enable", new { })).Status);
        Assert.Equal(HttpStatusCode.OK, (await keeper.Post("/api/people/hengdong-leader/password", new { })).Status);

        var told = (await (await Machine.Of(town, "city-head")).Get("/api/people/changes")).Body.EnumerateArray().Select(c => $"{c.GetProperty("by").GetString()} {c.GetProperty("what")[0].GetString()}").ToList();
        foreach (var sentence in new[] { "Token “县平台” revoked", "acts as 衡东县 · Liaison", "Also 衡东县应急管理局 · Verifier", "Shut out", "Let in again", "One-time password set by somebody else" })
            Assert.Contains(told, line => line.StartsWith("衡阳市 · Administrator 衡东县", StringComparison.Ordinal) && line.Contains(sentence, StringComparison.Ordinal));
        Assert.Contains("收回令牌“县平台”", (await (await town.SignIn("city-head")).Get("/people/changes")).Text, StringComparison.Ordinal);

        var own = (await (await town.SignIn("hengdong-liaison")).Get("/account")).Text;
        Assert.Contains("县平台", own, StringComparison.Ordinal);
        var machine = await Machine.Of(town, "hengdong-liaison");
        Assert.Contains("县平台", (await machine.Get("/api/people/hengdong-liaison/changes")).Body.ToString(), StringComparison.Ordinal);
        foreach (var others in new[] { "/api/people/changes", "/api/people/hengdong-leader/changes" })
            Assert.Equal(HttpStatusCode.Forbidden, (await machine.Get(others)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await town.SignIn("hengdong-liaison")).Get("/people/changes")).Status);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task People_and_setup_older_than_the_record_are_taken_over_once_as_they_were_found(On on)
    {
        await using var town = await Town.Start(on);
        using var shell = CommandLine.Shell.Of(town);
        var (store, ct) = (town.The<EventStore>(), TestContext.Current.CancellationToken);
        await store.Write(async (db, tx) =>
        {
            await db.ExecuteAsync("insert into person (jurisdiction, person_id, name, disabled_at) values ('430400', 'old', '旧人', '2021-03-01 00:00:00Z')", transaction: tx);
            foreach (var (id, until) in new[] { ("old.1", "'2021-02-01'"), ("old.2", "null") })
                await db.ExecuteAsync($"insert into post (jurisdiction, post_id, person_id, unit_id, role, since, until) values ('430400', '{id}', 'old', '430424', 'Liaison', '2021-01-01', {until})", transaction: tx);
            await db.ExecuteAsync("insert into unit (jurisdiction, unit_id, path, name, full_name, kind, aliases, active, position) select jurisdiction, 'old', path || 'old/', '旧局', '旧局', kind, '', active, 999 from unit where unit_id = '430424'", transaction: tx);
            return 0;
        }, ct);
        Assert.Equal(Exit.Nothing, (await shell.Run("verify")).Exit);
        await store.Write((db, tx) => db.ExecuteAsync("insert into rows_anew (name, taken_until) values ('register', 0)", transaction: tx), ct);
        Assert.Equal(2, await RegisterTakenOver.Make(store, town.Clock.GetUtcNow(), ct));
        Assert.Equal(0, await RegisterTakenOver.Make(store, town.Clock.GetUtcNow(), ct));
        Assert.Equal(["person_entered", "post_given", "post_ended", "shut_out"], (await store.Read("430400", "person/old", 0, ct)).Select(e => e.Type));
        Assert.Equal(Exit.Done, (await shell.Run("verify")).Exit);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Nothing_that_was_refused_stands_in_the_record(On on)
    {
        await using var town = await Town.Start(on);
        var (register, store) = (town.The<PeopleRegister>(), town.The<EventStore>());
        var before = (await PersonChanges.Of(store, "430400", new("administrator"), TestContext.Current.CancellationToken)).Count;
        Assert.NotEmpty(await register.Disable(new("administrator"), "city-clerk", TestContext.Current.CancellationToken));
        Assert.NotEmpty(await register.Enable(new("administrator"), "city-clerk", TestContext.Current.CancellationToken));
        Assert.NotEmpty(await register.EndPost(new("administrator"), "administrator.7", "city-clerk", TestContext.Current.CancellationToken));
        Assert.False(await town.The<ApiTokens>().Revoke(new("administrator"), "none", "city-clerk", TestContext.Current.CancellationToken));
        Assert.Equal(before, (await PersonChanges.Of(store, "430400", new("administrator"), TestContext.Current.CancellationToken)).Count);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_post_a_token_a_unit_or_a_campaign_changed_by_hand_is_named(On on)
    {
        await using var town = await Town.Start(on);
        using var shell = CommandLine.Shell.Of(town);
        var store = town.The<EventStore>();
        var campaign = new Campaign("KQ", new("矿区整改", "Mine area"), "full", 3, new("430400-dbs"), new(2021, 3, 1), null);
        Assert.Null(await town.The<Campaigns>().Save("430400", campaign, new("city-head", town.Clock.GetUtcNow())));
        await Machine.Of(town, "reader");
        Assert.Equal((Exit.Done, true), (await Verify(), (await shell.Run("verify")).Out.Contains("register (people: ", StringComparison.Ordinal)));

        await By("update post set role = 'Acceptor' where post_id = 'hengdong-liaison.1'", "hengdong-liaison.1", "update post set role = 'Liaison' where post_id = 'hengdong-liaison.1'");
        await By("update person set disabled_at = '2021-03-01 00:00:00Z' where person_id = 'city-head'", "city-head", "update person set disabled_at = null where person_id = 'city-head'");
        await By("update api_token set scope = 'Read' where post_id = 'reader.1'", "430400 ", "update api_token set scope = 'Write' where post_id = 'reader.1'");
        await By("update api_token set expires_at = '2031-01-01T00:00:00.000000Z' where post_id = 'reader.1'", "430400 ", $"update api_token set expires_at = '{await Of("expires_at")}' where post_id = 'reader.1'");
        await By("update api_token set hash = 'ff' where post_id = 'reader.1'", "430400 ", $"update api_token set hash = '{await Of("hash")}' where post_id = 'reader.1'");
        await By("update post set role = 'Emperor' where post_id = 'hengdong-liaison.1'", "430400 person", "update post set role = 'Liaison' where post_id = 'hengdong-liaison.1'");
        await By("update unit set name = '假' where unit_id = '430424'", "unit/430424", "update unit set name = '衡东县' where unit_id = '430424'");
        await By($"update campaigns set name_en = 'False' where code = '{campaign.Code}'", $"campaign/{campaign.Code}",
            $"update campaigns set name_en = '{campaign.Name.En}' where code = '{campaign.Code}'");
        await town.The<Campaigns>().Save("430400", campaign, new("city-clerk", town.Clock.GetUtcNow()));
        var first = "(select min(id) from setup_changes where subject = 'campaign/KQ')";
        await By($"update setup_changes set changed_by = 'city-clerk' where id = {first}", "campaign/KQ", $"update setup_changes set changed_by = 'city-head' where id = {first}");
        await By($"update setup_changes set body = body || ' ' where subject = 'unit/430424'", "unit/430424", "update setup_changes set body = trim(body) where subject = 'unit/430424'");

        await By("insert into person (jurisdiction, person_id, name) values ('430400', 'ghost', '影子')", "430400 ghost", "delete from person where person_id = 'ghost'");
        await By("insert into unit (jurisdiction, unit_id, path, name, full_name, kind, aliases, active, position) select jurisdiction, 'x', path || 'x/', name, full_name, kind, aliases, active, position from unit where unit_id = '430424'",
            "unit/x", "delete from unit where unit_id = 'x'");

        async Task<string?> Of(string column) => await store.Write(
            (db, tx) => db.ExecuteScalarAsync<string>($"select cast({column} as text) from api_token where post_id = 'reader.1'", transaction: tx), TestContext.Current.CancellationToken);

        async Task<int> Verify() => (await shell.Run("verify")).Exit;

        async Task By(string change, string named, string back)
        {
            Assert.NotEqual(0, await store.Write((db, tx) => db.ExecuteAsync(change, transaction: tx), TestContext.Current.CancellationToken));
            var found = await shell.Run("verify");
            Assert.Equal(Exit.Nothing, found.Exit);
            Assert.Contains(named, found.Error, StringComparison.Ordinal);
            await store.Write((db, tx) => db.ExecuteAsync(back, transaction: tx), TestContext.Current.CancellationToken);
            Assert.Equal(Exit.Done, await Verify());
        }
    }

    [Fact]
    public void Every_fact_of_the_register_is_told_in_a_sentence_of_its_own()
    {
        PersonEvent[] facts =
        [
            new PersonEvent.Entered("a.1", new("430424"), Role.Liaison, new(2021, 3, 1)), new PersonEvent.PostGiven("a.2", new("430424"), Role.Verifier, new(2021, 3, 2)),
            new PersonEvent.PostEnded("a.1", new(2021, 3, 9)), new PersonEvent.ShutOut(), new PersonEvent.LetIn(), new PersonEvent.PasswordSet(OneTime: true),
            new PersonEvent.PasswordSet(OneTime: false), new PersonEvent.TokenMade("t", "大屏", "a.2", Writes: true, DateTimeOffset.UnixEpoch, "00"),
            new PersonEvent.TokenMade("t", "大屏", "a.2", Writes: false, DateTimeOffset.UnixEpoch, "00"), new PersonEvent.TokenRevoked("t"),
        ];
        Assert.Equal(PersonEventJson.Names.Select(n => n.Type).ToHashSet(), [.. facts.Select(f => f.GetType())]);
        foreach (var w in new[] { Rendered.Zh, Rendered.En })
        {
            var (record, told) = (new PersonRecord(new("a")), new List<string>());
            foreach (var fact in facts) told.Add(PersonSentences.Of(fact, record = record.After(fact), new UnitTree(DemoPeople.Units()), w));
            Assert.All(told, sentence => Assert.DoesNotContain("people.change", sentence, StringComparison.Ordinal));
            Assert.Equal(facts.Length, told.Distinct().Count());
            Assert.Contains("衡东县", told[2], StringComparison.Ordinal);
            Assert.Contains("大屏", told[^1], StringComparison.Ordinal);
        }
    }
}
