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
            select e.stream as Stream, c.number as Number, e.type as Type, e.payload as Payload, e.signed_by as SignedBy, e.at as At
            from events e left join cases c on c.jurisdiction = e.jurisdiction and c.case_id = substr(e.stream, 6)
            where e.sequence > (select coalesce(max(sequence), 0) from events) - @Looked and e.jurisdiction = @jurisdiction and e.stream like 'case/%'
            order by e.sequence desc limit @Looked
            """, new { jurisdiction, Looked }, cancellationToken: ct));
        return [.. rows.Select(Of).Where(n => Worth(n.Event)).OrderByDescending(n => n.At).Take(Shown)];
    }

    // Decisions, setbacks, and what somebody asks for; the daily reports and files are the timeline's.
    private static bool Worth(CaseEvent fact) => fact is not E.HandedOver
        && (CaseSentences.IsDecision(fact) || CaseSentences.IsSetback(fact) || fact is E.Reported or E.ReturnAsked or E.SideTrackAsked or E.AppliedForStrikeOff or E.Planned);

    private static News Of(Row row)
    {
        var (fact, _) = CaseEventJson.Read(row.Type, Encoding.UTF8.GetBytes(row.Payload), new PersonId(row.SignedBy));
        var id = CaseId.OfStream(row.Stream);
        return new(id, row.Number ?? id.Value, fact, row.At);
    }

    private sealed record Row(string Stream, string? Number, string Type, string Payload, string SignedBy, DateTimeOffset At);
}
