using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;
using Duban.Domain;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Shell;

namespace Duban.Web;

/// <summary>Who changes something, and when.</summary>
/// <param name="By">A person's user name, or the command that did it; to readers, a post.</param>
/// <param name="At">The instant.</param>
public sealed record Signed(string By, DateTimeOffset At);

/// <summary>A change of setup as its readers see it.</summary>
/// <param name="By">The signer's post.</param>
/// <param name="At">The instant.</param>
/// <param name="What">What is otherwise than before, a sentence each.</param>
public sealed record SetupChange(string By, DateTimeOffset At, IReadOnlyList<string> What);

/// <summary>The last changes of one subject.</summary>
/// <param name="Mark">Tells this state of it from any other; empty while nobody has changed it.</param>
/// <param name="Last">Newest first.</param>
public sealed record SetupJournal(string Mark, IReadOnlyList<SetupChange> Last);

/// <summary>Every change to campaigns, procedures and the calendar, with its signer; written with the change itself.</summary>
public static class SetupChanges
{
    /// <summary>How the names of the chained streams begin.</summary>
    public const string Streams = "setup/";

    private const int Shown = 10;

    /// <summary>How bodies are written, for ever: verify holds text against text. Chinese stays readable.</summary>
    internal static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes the turn to change subjects of a kind until the transaction ends: of two at once the second sees what the first did.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="tx">The change's transaction.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="kind">e.g. <c>calendar</c>.</param>
    public static Task TakeTurn(DbConnection db, DbTransaction tx, string jurisdiction, string kind) => db.ExecuteAsync(
        """
        insert into setting (jurisdiction, name, value) values (@jurisdiction, @name, '')
        on conflict (jurisdiction, name) do update set value = setting.value
        """, new { jurisdiction, name = kind + ".turn" }, tx);

    /// <summary>Notes a change in the transaction that makes it, and chains it: <c>duban verify</c> holds the journal and what is in force against the chain.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="db">The connection.</param>
    /// <param name="tx">The change's transaction.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="subject">e.g. <c>campaign/AQ</c>.</param>
    /// <param name="body">The whole of it from now on, JSON.</param>
    /// <param name="signed">Who and when.</param>
    public static async Task Note(EventStore store, DbConnection db, DbTransaction tx, string jurisdiction, string subject, string body, Signed signed)
    {
        var last = await db.ExecuteScalarAsync<string?>(LastOf, new { jurisdiction, subject }, tx);
        // Within one millisecond version 7 is in no order.
        var after = last is null ? 0 : long.Parse(last.Replace("-", "", StringComparison.Ordinal)[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture) + 1;
        var id = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(after, signed.At.ToUnixTimeMilliseconds()))).ToString();
        await db.ExecuteAsync(
            """
            insert into setup_changes (jurisdiction, id, subject, body, changed_by, changed_at)
            values (@jurisdiction, @id, @subject, @body, @By, @At)
            """, new { jurisdiction, id, subject, body, signed.By, signed.At }, tx);
        var (name, version, payload) = SetupEventJson.Write(new SetupEvent.Changed(body));
        await store.Record(db, tx, jurisdiction, new Signature(signed.By, null, signed.At), Streams + subject, new Fact(name, version, payload));
    }

    /// <summary>The chained facts of all streams whose names begin so, stream by stream and in their order, as a transaction sees them.</summary>
    internal static async Task<IReadOnlyList<(string Subject, long Sequence, string Type, string By, DateTimeOffset At, string Payload)>> Facts(
        DbConnection db, DbTransaction? tx, string jurisdiction, string streams) =>
        (await db.QueryAsync<(string, long, string, string, DateTimeOffset, string)>(
            """
            select substr(stream, @skip), sequence, type, signed_by, at, payload from events
            where jurisdiction = @jurisdiction and stream >= @streams and stream < @end order by stream, version
            """, new { jurisdiction, streams, end = streams[..^1] + "0", skip = streams.Length + 1 }, tx)).AsList();

    /// <summary>Why a change may not go on: somebody else changed the subject after it was seen; null when nobody did. Asked in the change's own turn.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="tx">The change's transaction.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="subject">e.g. <c>campaign/AQ</c>.</param>
    /// <param name="seen">The mark of what was seen; null when it does not matter.</param>
    /// <param name="w">The words of whoever changes it.</param>
    public static async Task<Reason?> Meanwhile(DbConnection db, DbTransaction tx, string jurisdiction, string subject, string? seen, Words w)
    {
        if (seen is null) return null;
        var last = await db.QueryFirstOrDefaultAsync<Row>($"{Select} limit 1", new { jurisdiction, subject }, tx);
        if ((last?.Id ?? "") == seen || last is null) return null;
        var posts = await HeldPosts.Of(db, jurisdiction, [last.Changed_by]);
        return new Reason("setup.changed_meanwhile", null, posts.On(last.Changed_by, w.DateOf(last.Changed_at), w), last.Changed_at);
    }

    /// <summary>The last changes of one subject, ten at most; signers as the posts they held.</summary>
    /// <param name="store">The ledger's database.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="subject">e.g. <c>campaign/AQ</c>.</param>
    /// <param name="w">The reader's words.</param>
    /// <param name="what">What differs between two bodies; the first is null for the first change that was noted.</param>
    public static async Task<SetupJournal> Of(EventStore store, string jurisdiction, string subject, Words w, Func<string?, string, IEnumerable<string>> what)
    {
        await using var db = await store.Connect();
        var rows = (await db.QueryAsync<Row>($"{Select} limit {Shown + 1}", new { jurisdiction, subject })).AsList();
        var posts = await HeldPosts.Of(db, jurisdiction, rows.Select(r => r.Changed_by));
        return new(rows.Count == 0 ? "" : rows[0].Id,
        [
            .. rows.Take(Shown).Select((r, i) => new SetupChange(
                posts.On(r.Changed_by, w.DateOf(r.Changed_at), w), r.Changed_at, [.. what(i + 1 < rows.Count ? rows[i + 1].Body : null, r.Body)])),
        ]);
    }

    /// <summary>Tells this state of a subject from any other; empty while nobody has changed it.</summary>
    public static async Task<string> MarkOf(EventStore store, string jurisdiction, string subject)
    {
        await using var db = await store.Connect();
        return await db.ExecuteScalarAsync<string?>(LastOf, new { jurisdiction, subject }) ?? "";
    }

    private const string LastOf = "select max(id) from setup_changes where jurisdiction = @jurisdiction and subject = @subject";

    private const string Select =
        "select id, body, changed_by, changed_at from setup_changes where jurisdiction = @jurisdiction and subject = @subject order by id desc";

    private sealed class Row
    {
        public string Id { get; init; } = "";
        public string Body { get; init; } = "";
        public string Changed_by { get; init; } = "";
        public DateTimeOffset Changed_at { get; init; }
    }
}
