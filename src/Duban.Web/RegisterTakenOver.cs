using System.Data.Common;
using Dapper;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.People;

namespace Duban.Web;

/// <summary>People and setup that were there before they were chained are chained once as they were found, so that from then on the chain knows them all.</summary>
public static class RegisterTakenOver
{
    /// <summary>Who signs for it: nobody knows any more who gave these posts.</summary>
    public const string Signer = "duban migrate";

    /// <summary>Does so when a migration has asked for it; of two programs at once the second finds it done.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="now">The machine's time.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many entries were taken over.</returns>
    public static Task<int> Make(EventStore store, DateTimeOffset now, CancellationToken ct = default) => store.Write(async (db, tx) =>
    {
        if (await db.ExecuteAsync("delete from rows_anew where name = 'register'", transaction: tx) == 0) return 0;
        var (taken, signed) = (0, new Signed(Signer, now));
        foreach (var jurisdiction in (await db.QueryAsync<string>("select jurisdiction from jurisdictions order by jurisdiction", transaction: tx)).AsList())
        {
            var chained = (await db.QueryAsync<string>(
                "select stream from heads where jurisdiction = @jurisdiction and (stream like @people or stream like @setup)",
                new { jurisdiction, people = PersonChanges.Streams + "%", setup = SetupChanges.Streams + "%" }, tx)).ToHashSet();
            foreach (var (subject, body) in await SetupCheck.InForce(db, tx, jurisdiction))
            {
                if (chained.Contains(SetupChanges.Streams + subject)) continue;
                await SetupChanges.Note(store, db, tx, jurisdiction, subject, body, signed);
                taken++;
            }
            foreach (var (person, facts) in await Found(db, tx, jurisdiction))
            {
                if (chained.Contains(PersonChanges.Streams + person)) continue;
                foreach (var fact in facts) await PersonChanges.Record(store, db, tx, jurisdiction, new(new(person), fact, signed));
                taken++;
            }
        }
        return taken;
    }, ct);

    // What the register says, told as the facts that would have led to it.
    private static async Task<IEnumerable<(string Person, IReadOnlyList<PersonEvent> Facts)>> Found(DbConnection db, DbTransaction tx, string jurisdiction)
    {
        var (posts, tokens) = (await PeopleCheck.Posts(db, tx, jurisdiction), await PeopleCheck.Tokens(db, tx, jurisdiction));
        return (await PeopleCheck.People(db, tx, jurisdiction)).Select(p => (p.Person, (IReadOnlyList<PersonEvent>)
        [
            .. posts[p.Person].Select((post, i) => i == 0
                ? (PersonEvent)new PersonEvent.Entered(post.Id, post.Unit, post.Role, post.Since) : new PersonEvent.PostGiven(post.Id, post.Unit, post.Role, post.Since)),
            .. posts[p.Person].Where(post => post.Until is not null).Select(post => new PersonEvent.PostEnded(post.Id, post.Until!.Value)),
            .. tokens[p.Person].Select(t => t.Made!),
            .. tokens[p.Person].Where(t => t.Revoked).Select(t => new PersonEvent.TokenRevoked(t.Made!.Token)),
            .. p.ShutOut ? [new PersonEvent.ShutOut()] : Array.Empty<PersonEvent>(),
        ]));
    }
}
