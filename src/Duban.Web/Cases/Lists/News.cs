using System.Text;
using Dapper;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Ledger;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Web.Cases.Lists;

/// <summary>Something that happened to a case and is worth a glance.</summary>
/// <param name="Case">Which.</param>
/// <param name="Number">The number people call it by.</param>
/// <param name="Event">What.</param>
/// <param name="At">When.</param>
public sealed record News(CaseId Case, string Number, CaseEvent Event, DateTimeOffset At)
{
    private const int Shown = 8, Looked = 200;

    /// <summary>The last of them, newest first, out of the ledger's last events.</summary>
    public static async Task<IReadOnlyList<News>> Read(EventStore store, string jurisdiction, CancellationToken ct)
    {
        await using var db = await store.Connect(ct);
        var rows = await db.QueryAsync<Row>(new CommandDefinition(
            """
            select stream as Stream, type as Type, payload as Payload, signed_by as SignedBy, at as At from events
            where sequence > (select coalesce(max(sequence), 0) from events) - @Looked and jurisdiction = @jurisdiction and stream like 'case/%'
            order by sequence desc limit @Looked
            """, new { jurisdiction, Looked }, cancellationToken: ct));
        var shown = rows.Select(Of).Where(n => Worth(n.Event)).OrderByDescending(n => n.At).Take(Shown).ToList();
        if (shown.Count == 0) return shown;
        // Streams and cases are sorted by different rules, which one of the two databases will not join by.
        var values = new DynamicParameters(new { jurisdiction });
        var names = values.AddAll("c", shown.Select(n => n.Case.Value));
        var numbers = (await db.QueryAsync<(string Id, string? Number)>(new CommandDefinition(
            $"select case_id, number from cases where jurisdiction = @jurisdiction and case_id in ({names})", values, cancellationToken: ct)))
            .ToDictionary(r => r.Id, r => r.Number);
        return [.. shown.Select(n => n with { Number = numbers.GetValueOrDefault(n.Case.Value) ?? n.Number })];
    }

    // Decisions, setbacks, and what somebody asks for; the daily reports and files are the timeline's.
    private static bool Worth(CaseEvent fact) => fact is not E.HandedOver
        && (CaseSentences.IsDecision(fact) || CaseSentences.IsSetback(fact) || fact is E.Reported or E.ReturnAsked or E.SideTrackAsked or E.AppliedForStrikeOff or E.Planned);

    private static News Of(Row row)
    {
        var (fact, _) = CaseEventJson.Read(row.Type, Encoding.UTF8.GetBytes(row.Payload), new PersonId(row.SignedBy));
        var id = CaseId.OfStream(row.Stream);
        return new(id, id.Value, fact, row.At);
    }

    private sealed record Row(string Stream, string Type, string Payload, string SignedBy, DateTimeOffset At);
}
