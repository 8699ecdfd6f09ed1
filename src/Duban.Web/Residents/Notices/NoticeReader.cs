using Dapper;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;

namespace Duban.Web.Residents.Notices;

/// <summary>Finds public notices; of a case without one the public learns nothing, not even that it exists.</summary>
public sealed class NoticeReader(EventStore store, CaseLedger ledger, CaseReader reader, CaseDoor door, City city)
{
    /// <summary>Notices that ended at most so many days ago are still listed.</summary>
    public const int Recent = 30;

    private const string Select = "select case_id as Id, title as Title, place as Place,";

    /// <summary>Those that hang, the one that ends first before the others.</summary>
    public async Task<IReadOnlyList<NoticeLine>> Hanging()
    {
        await using var db = await store.Connect();
        return [.. await db.QueryAsync<NoticeLine>(
            $"{Select} coalesce(node_due, since) as Day from cases where jurisdiction = @Code and stage = 'on_notice' order by node_due, case_id limit 500", new { city.Code })];
    }

    /// <summary>Those that ended lately without an upheld objection.</summary>
    public async Task<IReadOnlyList<NoticeLine>> Ended()
    {
        var from = Resident.Act(door, city).Today.AddDays(-Recent);
        await using var db = await store.Connect();
        var lines = await db.QueryAsync<NoticeLine>(
            $"{Select} since as Day from cases where jurisdiction = @Code and stage in ('noticed', 'city_accepted', 'struck_off') and since >= @from order by since desc, case_id limit 100",
            new { city.Code, from });
        var ended = new List<NoticeLine>();
        // A short path is struck off without a notice.
        foreach (var line in lines) if (await ledger.Known(city.Code, new CaseId(line.Id)) is { Notice: not null }) ended.Add(line);
        return ended;
    }

    /// <summary>The notice of a case by its number, or null.</summary>
    public async Task<PublicNotice?> Find(string number)
    {
        if (!CaseId.TryParse(number, null, out var asked)) return null;
        await using var db = await store.Connect();
        var id = await db.ExecuteScalarAsync<string?>("select case_id from cases where jurisdiction = @Code and (case_id = @Value or number = @Value) order by case_id limit 1", new { city.Code, asked.Value });
        if (id is null || await ledger.Load(city.Code, new CaseId(id)) is not { } c) return null;
        return PublicNotice.Of(await reader.Read(Resident.Act(door, city).By, c));
    }
}
