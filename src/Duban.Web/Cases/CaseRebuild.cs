using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Procedures;

namespace Duban.Web.Cases;

/// <summary>Makes the current rows, tallies and search index of all cases again from their events, and the slips nobody wrote down; nobody else may write meanwhile.</summary>
public sealed class CaseRebuild(EventStore store)
{
    private const int CasesAtOnce = 2000;
    private static readonly string handedOver = CaseEventJson.Names.Single(n => n.Type == typeof(CaseEvent.HandedOver)).Name;
    private readonly ProcedureCatalog procedures = new(store);
    private readonly WorkCalendars calendars = new(store);

    /// <summary>Does so for every city; gives the number of events read.</summary>
    public static async Task<long> Run(EventStore store)
    {
        await store.Write((db, tx) => db.ExecuteAsync($"delete from cases; delete from case_tallies; {CaseText.Clear(store.Dialect)}", transaction: tx));
        await using var db = await store.Connect();
        var rebuild = new CaseRebuild(store);
        var events = 0L;
        foreach (var jurisdiction in await db.QueryAsync<string>("select jurisdiction from jurisdictions")) events += await rebuild.Of(jurisdiction);
        await SlipsAnew.NameKeys(store);
        return events;
    }

    private async Task<long> Of(string jurisdiction)
    {
        await calendars.Refresh(jurisdiction);
        var calendar = calendars.Of(jurisdiction);
        await using var db = await store.Connect();
        var slips = new SlipsAnew(store, jurisdiction);
        var (rows, cases, events) = (new List<RowWrite>(), 0, 0L);
        Task<Receipt>? saving = null; // One lot is written while the next is read and folded.
        Case? start = null;
        Case? now = null;
        DateTimeOffset at = default;
        await foreach (var e in store.ReadStreams(jurisdiction, CaseId.Streams))
        {
            events++;
            if (now is null || now.Id.Stream != e.Stream)
            {
                Finish();
                if (cases >= CasesAtOnce) await Save();
                start = now = CaseHistory.Begin(CaseId.OfStream(e.Stream));
            }
            now = await now.After(e, jurisdiction, calendar, procedures);
            at = e.At;
            if (e.Type == handedOver) slips.Saw(now, e);
        }
        Finish();
        await Save();
        await Saved();
        return events;

        void Finish()
        {
            if (now is null) return;
            rows.AddRange(CaseRow.Writes(store.Dialect, jurisdiction, start!, now, at, calendar));
            cases++;
        }

        async Task Save()
        {
            rows.AddRange(await slips.Missing(db, calendar));
            await Saved();
            saving = store.Append(new Entry(jurisdiction, new Signature("system", null, at), []) { Rows = CaseText.InOrder(rows) });
            (rows, cases) = ([], 0);
        }

        async Task Saved()
        {
            if (saving is not null && await saving is not Receipt.Written and var receipt)
                throw new InvalidOperationException($"a row could not be made again: {receipt}");
        }
    }
}
