using System.Data.Common;
using System.Text;
using Duban.Domain.People;
using Duban.Ledger;

namespace Duban.Web.People;

/// <summary>A change of the register as it stands in the ledger.</summary>
/// <param name="Person">Whose entry.</param>
/// <param name="Fact">What happened.</param>
/// <param name="Signed">Who did it, and when.</param>
public sealed record PersonChange(PersonId Person, PersonEvent Fact, Signed Signed)
{
    /// <summary>Its place in the order of writing over the whole ledger; 0 before it is written.</summary>
    public long Sequence { get; init; }
}

/// <summary>The record of who gave whom which post, password or token: chained with the ledger, one stream a person.</summary>
public static class PersonChanges
{
    /// <summary>How the names of these streams begin.</summary>
    public const string Streams = "person/";

    /// <summary>Chains a change in the transaction that makes it.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="db">The connection.</param>
    /// <param name="tx">The change's transaction.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="change">What, whose and by whom.</param>
    public static Task Record(EventStore store, DbConnection db, DbTransaction tx, string jurisdiction, PersonChange change)
    {
        var (name, version, payload) = PersonEventJson.Write(change.Fact);
        return store.Record(db, tx, jurisdiction, new Signature(change.Signed.By, null, change.Signed.At), Streams + change.Person, new Fact(name, version, payload));
    }

    /// <summary>What happened to one person's entry, oldest first.</summary>
    public static async Task<IReadOnlyList<PersonChange>> Of(EventStore store, string jurisdiction, PersonId person, CancellationToken ct = default) =>
        [.. (await store.Read(jurisdiction, Streams + person, 0, ct)).Select(Read)];

    /// <summary>What happened to anybody's entry, person by person.</summary>
    public static async Task<IReadOnlyList<PersonChange>> All(EventStore store, string jurisdiction, CancellationToken ct = default)
    {
        await using var db = await store.Connect(ct);
        return await All(db, null, jurisdiction);
    }

    /// <summary>The same, as a transaction sees it.</summary>
    internal static async Task<IReadOnlyList<PersonChange>> All(DbConnection db, DbTransaction? tx, string jurisdiction) =>
        [.. (await SetupChanges.Facts(db, tx, jurisdiction, Streams)).Select(f => new PersonChange(
            new(f.Subject), PersonEventJson.Read(f.Type, Encoding.UTF8.GetBytes(f.Payload)), new(f.By, f.At)) { Sequence = f.Sequence })];

    private static PersonChange Read(StoredEvent e) =>
        new(new(e.Stream[Streams.Length..]), PersonEventJson.Read(e.Type, e.Payload.Span), new(e.By, e.At)) { Sequence = e.Sequence };
}
