using System.Data.Common;
using Dapper;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Shell;

namespace Duban.Web;

/// <summary>Who changes something, and when.</summary>
/// <param name="By">A person's user name, or the command that did it; to readers, a post.</param>
/// <param name="At">The instant.</param>
public sealed record Signed(string By, DateTimeOffset At);

/// <summary>Every change to campaigns, procedures and the calendar, with its signer; written with the change itself.</summary>
public static class SetupChanges
{
    /// <summary>Notes a change in the transaction that makes it.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="tx">The change's transaction.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="subject">e.g. <c>campaign/AQ</c>.</param>
    /// <param name="body">The whole of it from now on, JSON.</param>
    /// <param name="signed">Who and when.</param>
    public static Task Note(DbConnection db, DbTransaction tx, string jurisdiction, string subject, string body, Signed signed) => db.ExecuteAsync(
        """
        insert into setup_changes (jurisdiction, id, subject, body, changed_by, changed_at)
        values (@jurisdiction, @id, @subject, @body, @By, @At)
        """, new { jurisdiction, id = Guid.CreateVersion7(signed.At).ToString(), subject, body, signed.By, signed.At }, tx);

    /// <summary>The last changes of one subject, newest first, ten at most; signers as the posts they held.</summary>
    public static async Task<IReadOnlyList<Signed>> Of(EventStore store, string jurisdiction, string subject, Words w)
    {
        await using var db = await store.Connect();
        var rows = await db.QueryAsync<Row>(
            "select changed_by, changed_at from setup_changes where jurisdiction = @jurisdiction and subject = @subject order by id desc limit 10", new { jurisdiction, subject });
        var posts = await HeldPosts.Of(db, jurisdiction, rows.Select(r => r.Changed_by));
        return [.. rows.Select(r => new Signed(posts.On(r.Changed_by, w.DateOf(r.Changed_at), w), r.Changed_at))];
    }

    private sealed class Row
    {
        public string Changed_by { get; init; } = "";
        public DateTimeOffset Changed_at { get; init; }
    }
}
