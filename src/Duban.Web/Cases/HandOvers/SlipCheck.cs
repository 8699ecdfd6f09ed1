using System.Data.Common;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Cases.HandOvers;

/// <summary>Compares the register of slips of a city with what the hand-overs say: every word of a slip, and the order of its cases.</summary>
internal sealed class SlipCheck(string jurisdiction)
{
    private readonly Dictionary<string, Lines> lines = new(StringComparer.Ordinal);

    /// <summary>The number of a slip that is not as a hand-over of this case tells it, or null.</summary>
    /// <remarks>A hand-over that came after the events were read has its line already; one that was read has it for good.</remarks>
    public async Task<string?> Differs(DbConnection db, IReadOnlyList<StoredEvent> events, IReadOnlyList<Happened> facts)
    {
        var campaign = facts.Select(f => f.Event).OfType<CaseEvent.Registered>().LastOrDefault()?.Campaign;
        var rows = (await db.QueryAsync(
            """
            select s.number, s.number_key, s.campaign, s.unit_id, s.unit_path, s.handed_on, s.sign_by, s.contact, s.basis, s.handed_by, s.cases, c.slip_id, c.position
            from slip_cases c join slips s on s.jurisdiction = c.jurisdiction and s.slip_id = c.slip_id
            where c.jurisdiction = @jurisdiction and c.case_id = @id order by s.handed_on, c.slip_id
            """, new { jurisdiction, id = CaseId.OfStream(events[0].Stream).Value })).Select(r => (IDictionary<string, object?>)r).ToList();
        foreach (var (fact, e) in facts.Zip(events))
        {
            if (fact.Event is not CaseEvent.HandedOver handed) continue;
            var told = new Dictionary<string, string>
            {
                ["number"] = handed.Slip,
                ["number_key"] = SlipNumber.Key(handed.Slip),
                ["campaign"] = campaign ?? "",
                ["unit_id"] = handed.To.Unit.Value,
                ["unit_path"] = handed.To.Value,
                ["handed_on"] = CaseCheck.Text(fact.On),
                ["sign_by"] = CaseCheck.Text(handed.SignBy),
                ["contact"] = handed.Contact ?? "",
                ["basis"] = handed.Basis ?? "",
                ["handed_by"] = fact.By.Person.Value,
            };
            // Slips of the first versions kept no basis, and until their rows are made anew no key.
            var at = rows.FindIndex(r => told.All(t => CaseCheck.Text(r[t.Key]) is var written && (written == t.Value || t.Key is "basis" or "number_key" && written.Length == 0)));
            if (at < 0) return handed.Slip;
            Note((string)rows[at]["slip_id"]!, Whole(rows[at]["cases"]), new(Whole(rows[at]["position"]), e.Sequence));
            rows.RemoveAt(at);
        }
        return null;
    }

    /// <summary>Slips whose cases stand in another order than they were handed over in.</summary>
    /// <remarks>One that is not seen whole is not judged here: its cases are missing, which is told elsewhere, or came meanwhile.</remarks>
    public IEnumerable<string> OutOfOrder() => lines.Where(l => l.Value.Whole && !l.Value.InOrder).Select(l => l.Key).Order(StringComparer.Ordinal);

    private void Note(string slip, long cases, Line line)
    {
        if (!lines.TryGetValue(slip, out var known)) lines[slip] = known = new(cases);
        known.Add(line);
        // What is in order is not kept: of a million cases only slips that are half seen wait in memory.
        if (known.Whole && known.InOrder) lines.Remove(slip);
    }

    // SQLite lets anybody write anything into a column: what is no number is no place on a slip.
    private static long Whole(object? number) => number switch { long l => l, int i => i, _ => -1 };

    // The place of a case on a slip, and when its hand-over was written.
    private readonly record struct Line(long Position, long Sequence);

    private sealed class Lines(long cases)
    {
        private readonly List<Line> seen = [];

        public bool Whole => seen.Count == cases;

        public bool InOrder => seen.OrderBy(l => l.Sequence).Index().All(l => l.Item.Position == l.Index);

        public void Add(Line line) => seen.Add(line);
    }
}
