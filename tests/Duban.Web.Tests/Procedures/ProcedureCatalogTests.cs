using Dapper;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Procedures;

namespace Duban.Web.Tests.Procedures;

/// <summary>A version of a procedure is there for ever, for its own city, on every node.</summary>
public sealed class ProcedureCatalogTests
{
    private const string City = "430400", Neighbour = "430500";
    private static readonly Procedure Short = ProcedureFile.Shipped.Single(p => p.Code == "short");

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_version_that_was_added_is_found_by_every_node_and_by_no_other_city(On on)
    {
        await using var town = await Town.Start(on);
        var (here, there) = (town.The<ProcedureCatalog>(), new ProcedureCatalog(town.The<EventStore>()));
        var next = Short with { Version = Short.Version + 1, Lights = Short.Lights with { YellowDays = 9 } };
        Assert.True(await here.Add(City, next, "city-head", Town.Morning));
        foreach (var node in new[] { here, there })
            Assert.Equal(ProcedureFile.Write(next), ProcedureFile.Write(await node.Find(City, next.Code, next.Version)));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await here.Find(Neighbour, next.Code, next.Version));
        Assert.Equal(ProcedureFile.Shipped.Count + ProcedureFile.Earlier.Count, (await here.All(Neighbour)).Count);
    }

    [Fact]
    public async Task A_version_never_changes_once_it_is_there()
    {
        await using var town = await Town.Start();
        var catalog = town.The<ProcedureCatalog>();
        Assert.False(await catalog.Add(City, Short with { ExtensionNoticeDays = 99 }, "city-head", Town.Morning));
        var next = Short with { Version = Short.Version + 1 };
        Assert.True(await catalog.Add(City, next, "city-head", Town.Morning));
        Assert.False(await catalog.Add(City, next with { ExtensionNoticeDays = 99 }, "city-head", Town.Morning));
        foreach (var kept in new[] { Short, next })
            Assert.Equal(kept.ExtensionNoticeDays, (await catalog.Find(City, "short", kept.Version)).ExtensionNoticeDays);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_city_that_added_a_version_before_one_of_its_number_shipped_keeps_its_own(On on)
    {
        await using var town = await Town.Start(on);
        var (store, own) = (town.The<EventStore>(), Short with { ExtensionNoticeDays = 99, FixAtOnce = null });
        await store.Write((db, tx) => db.ExecuteAsync(
            "insert into procedures (jurisdiction, code, version, body, added_by, added_at) values (@City, @Code, @Version, @body, 'city-head', @Morning)",
            new { City, own.Code, own.Version, body = ProcedureFile.Write(own), Town.Morning }, tx));
        var catalog = new ProcedureCatalog(store);
        Assert.Equal(99, (await catalog.Find(City, own.Code, own.Version)).ExtensionNoticeDays);
        Assert.Equal(99, Assert.Single(await catalog.All(City), p => (p.Code, p.Version) == (own.Code, own.Version)).ExtensionNoticeDays);
    }

    [Fact]
    public async Task Of_many_who_add_the_same_version_at_once_one_does()
    {
        await using var town = await Town.Start();
        var added = await Task.WhenAll(Enumerable.Range(1, 8).Select(n =>
            town.The<ProcedureCatalog>().Add(City, Short with { Version = 50, ExtensionNoticeDays = n }, "city-head", Town.Morning)));
        Assert.Single(added, one => one);
        Assert.Equal(Array.IndexOf(added, true) + 1, (await town.The<ProcedureCatalog>().Find(City, "short", 50)).ExtensionNoticeDays);
    }

    [Fact]
    public async Task All_versions_are_listed_by_code_the_newest_first()
    {
        await using var town = await Town.Start();
        var catalog = town.The<ProcedureCatalog>();
        foreach (var version in new[] { 40, 7 }) await catalog.Add(City, Short with { Version = version }, "city-head", Town.Morning);
        await catalog.Add(City, Short with { Code = "autumn", Version = 1 }, "city-head", Town.Morning);
        var all = (await catalog.All(City)).Select(p => (p.Code, p.Version)).ToList();
        Assert.Equal(all.OrderBy(p => p.Code, StringComparer.Ordinal).ThenByDescending(p => p.Version), all);
        Assert.Equal(ProcedureFile.Shipped.Count + ProcedureFile.Earlier.Count + 3, all.Count);
        Assert.Equal([("autumn", 1), ("short", 7), ("short", 40)], all.Except(ProcedureFile.Shipped.Concat(ProcedureFile.Earlier).Select(p => (p.Code, p.Version))).OrderBy(p => p));
    }

    [Theory, InlineData("full", 0), InlineData("full", 99), InlineData("none", 1)]
    public async Task A_procedure_nobody_added_is_a_fault_and_not_a_guess(string code, int version)
    {
        await using var town = await Town.Start();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await town.The<ProcedureCatalog>().Find(City, code, version));
    }
}
