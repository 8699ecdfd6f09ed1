using System.Data.Common;
using Dapper;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Cases.HandOvers;

/// <summary>The register of slips as the events tell it: those that are there keep their names, which stand on paper; those nobody wrote down are made.</summary>
internal sealed class SlipsAnew(EventStore store, string jurisdiction)
{
    private const int AtOnce = 500;

    private readonly List<HandedOn> handed = [];

    /// <summary>Notes the hand-over that has just been folded.</summary>
    public void Saw(Case after, StoredEvent e)
    {
        if (after is { Holding: { } holding, Campaign: { } campaign }) handed.Add(new(after.Id, campaign, holding.Slip, holding.Unit.Value, after.SignBy, e));
    }

    /// <summary>The rows of those noted since the last call that stand on no slip; each gets the one a single hand-over gets today.</summary>
    public async Task<IReadOnlyList<RowWrite>> Missing(DbConnection db, WorkCalendar calendar)
    {
        var rows = new List<RowWrite>();
        foreach (var some in handed.GroupBy(h => h.Case).Chunk(AtOnce))
        {
            var ids = some.Select(g => g.Key.Value).ToArray();
            var known = (await db.QueryAsync<(string Case, string Number, string Path, DateOnly SignBy)>(
                $"""
                select c.case_id, s.number, s.unit_path, s.sign_by from slip_cases c join slips s on s.jurisdiction = c.jurisdiction and s.slip_id = c.slip_id
                where c.jurisdiction = @jurisdiction and {store.Dialect.Among("c.case_id", "@ids")}
                """, new { jurisdiction, ids })).ToList();
            var missing = some.SelectMany(g => g).Where(h => !known.Remove((h.Case.Value, h.Number, h.Path, h.SignBy)));
            rows.AddRange(missing.SelectMany(h => h.Rows(jurisdiction, calendar)));
        }
        handed.Clear();
        return rows;
    }

    /// <summary>Gives every slip of an earlier version what its number is found by.</summary>
    public static async Task NameKeys(EventStore store)
    {
        await using var db = await store.Connect();
        for (var after = ("", ""); ;)
        {
            var some = (await db.QueryAsync<(string City, string Slip, string Number, string Key)>(
                "select jurisdiction, slip_id, number, number_key from slips where (jurisdiction, slip_id) > (@City, @Slip) order by jurisdiction, slip_id limit @AtOnce",
                new { City = after.Item1, Slip = after.Item2, AtOnce })).ToList();
            if (some.Count == 0) return;
            var keys = some.Where(s => s.Key.Length == 0).Select(s => new { s.City, s.Slip, key = SlipNumber.Key(s.Number) }).ToList();
            if (keys.Count > 0)
                await store.Write((connection, tx) => connection.ExecuteAsync("update slips set number_key = @key where jurisdiction = @City and slip_id = @Slip", keys, tx));
            after = (some[^1].City, some[^1].Slip);
        }
    }

    // Its payload is read a second time only where a slip is missing.
    private sealed record HandedOn(CaseId Case, string Campaign, string Number, string Path, DateOnly SignBy, StoredEvent Event)
    {
        public IEnumerable<RowWrite> Rows(string jurisdiction, WorkCalendar calendar)
        {
            var happened = CaseHistory.Of(Event, calendar);
            return SlipRow.OfOne(Case, Event.Version, Campaign, (CaseEvent.HandedOver)happened.Event, happened.By.Person, happened.On).WriteMissing(jurisdiction, Case);
        }
    }
}
