using System.Data.Common;
using Dapper;

namespace Duban.Ledger;

/// <summary>A request under a key while it is being answered: whoever holds the claim may act, and nobody else.</summary>
/// <param name="Jurisdiction">The city.</param>
/// <param name="Key">Person and key together.</param>
/// <param name="Id">Tells this claim from an earlier one on the same key.</param>
public sealed record KeyClaim(string Jurisdiction, string Key, string Id)
{
    /// <summary>The row a claim still holds; the claim itself gives the parameters.</summary>
    internal const string Mine = "where jurisdiction = @Jurisdiction and key = @Key and claim = @Id";

    private static readonly AsyncLocal<KeyClaim?> Held = new();

    /// <summary>The claim under which the running request acts; every <see cref="EventStore.Write"/> below marks it in its own transaction.</summary>
    public static KeyClaim? Current
    {
        get => Held.Value;
        set => Held.Value = value;
    }

    /// <summary>Writes something that is not the running request's act, whichever request it falls into.</summary>
    public static async Task Outside(Func<Task> writing)
    {
        Held.Value = null; // Counts in here only.
        await writing();
    }

    /// <summary>Notes in the act's transaction that the act has begun; throws when somebody else holds the key by now.</summary>
    internal async Task Mark(DbConnection connection, DbTransaction transaction)
    {
        var marked = await connection.ExecuteAsync($"update once set begun = 1 {Mine}", this, transaction);
        if (marked == 0) throw new ClaimLostException();
    }
}

/// <summary>The request took so long that another one with its key has taken its place; nothing was written.</summary>
public sealed class ClaimLostException : Exception;

/// <summary>An answer as it is given again.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Location">The header of that name, or null.</param>
/// <param name="Body">JSON, or nothing.</param>
public sealed record KeptAnswer(int Status, string? Location, ReadOnlyMemory<byte> Body);

/// <summary>What became of the wish to answer a request under a key.</summary>
public abstract record Claiming
{
    private Claiming() { }

    /// <summary>It is to be answered now, under this claim.</summary>
    public sealed record Yours(KeyClaim Claim) : Claiming;

    /// <summary>It was answered before.</summary>
    public sealed record Answered(KeptAnswer Answer) : Claiming;

    /// <summary>The key served another request.</summary>
    public sealed record Reused : Claiming;

    /// <summary>The same request is being answered at this moment.</summary>
    public sealed record UnderWay : Claiming;

    /// <summary>The same request had begun to write and never came to its answer: whether it was done is for a person to see.</summary>
    public sealed record BrokenOff : Claiming;
}
