using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases;

/// <summary>Rows, tallies and search are only a reading of the events.</summary>
public sealed class RebuildTests
{
    private const string City = "430400";

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task What_is_made_again_from_the_events_is_what_was_there(On on)
    {
        await using var town = await Town.Start(on);
        var ids = await Register(town, 7);
        var clerk = await Machine.Of(town, "city-clerk");
        foreach (var id in ids.Take(3)) (await clerk.Act(id, "hand-over", new { to = "430424", slip = $"衡督交〔2021〕{id}号", due = "2021-06-30" })).IsNow("handed_over");
        (await (await Machine.Of(town, "hengdong-liaison")).Act(ids[0], "sign")).IsNow("accepted");

        var store = town.The<EventStore>();
        var before = await Picture(store);
        Assert.Equal(await store.ReadStreams(City, CaseId.Streams).CountAsync(), await CaseRebuild.Run(store));
        Assert.Equal(before, await Picture(store));
    }

    [Fact]
    public async Task A_restored_ledger_is_searched_as_before()
    {
        await using var town = await Town.Start();
        await Register(town, 3);
        var folder = Directory.CreateTempSubdirectory("duban-test-").FullName;
        var files = new BlobStore(Path.Combine(folder, "files"));
        var store = town.The<EventStore>();
        await Backup.Make(store, files, Path.Combine(folder, "b.duban"));
        var address = Path.Combine(folder, "other.db");
        Assert.IsType<RestoreOutcome.Done>(await Backup.Restore(Path.Combine(folder, "b.duban"), address, files, Installation.Migrations, rebuild: CaseRebuild.Run));
        await using var other = await EventStore.Open(address);
        Assert.Equal(await Picture(store), await Picture(other));
    }

    // What a program wrote that gave no slip to a case handed over by itself, and knew no keys.
    private const string Older = """
        delete from slip_cases where slip_id not like '%-2021-%'; delete from slips where slip_id not like '%-2021-%'; update slips set number_key = '';
        insert into rows_anew (name, taken_until) values ('cases', 0)
        """;

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_ledger_from_before_single_hand_overs_had_slips_gets_them_and_is_whole(On on)
    {
        await using var filled = await Filled.Begin(on);
        var (alone, again, one, other) = (await filled.HandedOver("通道堵塞", "2021-04-30"), await filled.HandedOver("电线老化", "2021-04-30"),
            await filled.Registered("护栏缺失"), await filled.Registered("标识脱落"));
        var clerk = await Machine.Of(filled.Town, "city-clerk");
        await filled.Returned(again);
        await clerk.Act(again.Value, "decide-return", new { grant = "true", opinion = "改派" });
        (await clerk.Act(again.Value, "hand-over", new { to = "430423", slip = "衡安交〔2021〕99号", noDueReason = "长期坚持", contact = "0734-0000000" })).IsNow("handed_over");
        await clerk.Post("/api/hand-overs", new { campaign = "AQ", cases = new[] { one, other }.Select(id => new { @case = id.Value, to = "430424" }), due = "2021-04-30" });
        var store = filled.Town.The<EventStore>();
        var before = await Slips(store);
        await store.Write((db, tx) => db.ExecuteAsync(Older, transaction: tx), TestContext.Current.CancellationToken);
        var files = new BlobStore(Directory.CreateTempSubdirectory("duban-test-").FullName);
        Assert.Equal(2, (await CaseCheck.Run(store, files, TestContext.Current.CancellationToken)).Broken);

        Assert.NotEqual(0, await RowsAnew.Make(store, TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.Equal(before, await Slips(store));
        Assert.Equal(0, (await CaseCheck.Run(store, files, TestContext.Current.CancellationToken)).Broken);
        Assert.Equal(alone.Value, (await clerk.Get($"/api/slips/{alone}-3"))["cases"]!.Trim('[', ']', '"'));
        // Made a second time, nothing is there twice.
        await CaseRebuild.Run(store);
        Assert.Equal(before, await Slips(store));
    }

    private static async Task<IReadOnlyList<string>> Slips(EventStore store)
    {
        await using var db = await store.Connect();
        var rows = await db.QueryAsync("select s.*, c.case_id, c.position from slips s join slip_cases c on c.jurisdiction = s.jurisdiction and c.slip_id = s.slip_id order by s.slip_id, c.position");
        return [.. rows.Select(row => string.Join(", ", ((IDictionary<string, object?>)row).Select(c => $"{c.Key}={c.Value}")))];
    }

    private static async Task<IReadOnlyList<string>> Picture(EventStore store)
    {
        await using var db = await store.Connect();
        var rows = await db.QueryAsync("select * from cases order by jurisdiction, case_id");
        var tallies = await db.QueryAsync("select * from case_tallies where count <> 0 order by jurisdiction, campaign, area, stage, awaits, hand");
        var found = await db.QueryAsync($"select case_id from cases where {CaseText.Condition(store.Dialect)} order by case_id",
            new { match = CaseText.Match(store.Dialect, "矿洞涌水") });
        Assert.NotEmpty(found);
        return [.. rows.Concat(tallies).Concat(found).Select(row => string.Join(", ", ((IDictionary<string, object?>)row).Select(c => $"{c.Key}={c.Value}")))];
    }

    private static async Task<IReadOnlyList<string>> Register(Town town, int count)
    {
        var procedure = ProcedureFile.Shipped.Single(p => p.Code == "full");
        await town.The<Campaigns>().Save(City, new Campaign("JL", new("金龙矿区整改", "Jinlong"), "full", procedure.Version, new UnitId("430400-zgb"), new(2021, 1, 1), null), new("test", DateTimeOffset.UnixEpoch));
        var standing = (await town.The<Standings>().Of(new PersonId("city-clerk")))!;
        var unit = (await town.The<UnitRegister>().Tree()).Find(standing.Posts[0].Unit)!;
        var act = town.The<CaseDoor>().ActOf(new Actor(standing.Person, standing.Posts[0].Role, unit.Path, unit.Kind));
        var ids = await town.The<Campaigns>().TakeNumbers(City, "JL", count);
        foreach (var id in ids)
        {
            var matter = new Matter($"矿洞涌水 {id}", new string('涌', 400), new Place("甘溪镇"), "非煤矿山", "督导");
            Assert.IsType<CaseAnswer.Done>(await town.The<CaseLedger>().Ask(City,
                new Asked(id, new Register(id.Value, "JL", matter) { Level = Level.Major }) { Procedure = procedure }, act));
        }
        return [.. ids.Select(id => id.Value)];
    }
}
