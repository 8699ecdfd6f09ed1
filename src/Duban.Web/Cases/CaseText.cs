using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>The search index of cases, the one place where the two databases speak differently about text.</summary>
public static class CaseText
{
    private static readonly Statement Sqlite = new("insert or replace into case_texts (rowid, tokens) values (@id, @tokens)", "id", "tokens");
    private static readonly Statement Postgres = new(
        "insert into case_texts (text_id, tokens) values (@id, to_tsvector('simple', @tokens)) on conflict (text_id) do update set tokens = excluded.tokens", "id", "tokens");

    /// <summary>The condition on <c>cases</c> that a search means, with its parameter <c>@match</c>.</summary>
    public static string Condition(Dialect dialect) => dialect == Dialect.Sqlite
        ? "text_id in (select rowid from case_texts where tokens match @match)"
        : "text_id in (select text_id from case_texts where tokens @@ to_tsquery('simple', @match))";

    /// <summary>The numbers in the index of a city's cases that a search finds, no more than <c>@most</c> of them; other cities' are in the same index.</summary>
    public static string Numbers(Dialect dialect) => dialect == Dialect.Sqlite
        ? "select t.rowid from case_texts t cross join cases c on c.text_id = t.rowid where t.tokens match @match and +c.jurisdiction = @jurisdiction limit @most"
        : "select text_id from cases where jurisdiction = @jurisdiction and text_id in (select text_id from case_texts where tokens @@ to_tsquery('simple', @match)) limit @most";

    /// <summary>The condition that only cases with these numbers in the index match, with its parameter <c>@numbers</c>, made by <see cref="Among"/>.</summary>
    public static string ConditionAmong(Dialect dialect) => dialect == Dialect.Sqlite ? "text_id in (select value from json_each(@numbers))" : "text_id = any(@numbers)";

    /// <summary>Numbers as <c>@numbers</c> takes them.</summary>
    public static object Among(Dialect dialect, IReadOnlySet<long> numbers) => dialect == Dialect.Sqlite ? $"[{string.Join(',', numbers)}]" : numbers.ToArray();

    /// <summary>What to pass as <c>@match</c>; null when the text holds nothing to look for.</summary>
    public static string? Match(Dialect dialect, string text)
    {
        var runs = Bigrams.Query(text);
        if (runs.Count == 0) return null;
        return dialect == Dialect.Sqlite
            ? string.Join(" AND ", runs.Select(r => $"\"{string.Join(' ', r.Tokens)}\"{(r.Prefix ? "*" : "")}"))
            : string.Join(" & ", runs.Select(r => string.Join(" <-> ", r.Tokens.Select(t => $"'{t}'{(r.Prefix ? ":*" : "")}"))));
    }

    /// <summary>Index a case anew.</summary>
    public static RowWrite Write(Dialect dialect, string jurisdiction, Case c) => new(
        dialect == Dialect.Sqlite ? Sqlite : Postgres, Id(jurisdiction, c.Id),
        Bigrams.Of(c.Number, c.Matter?.Title, Shortened(c.Matter?.Description), c.Matter?.Place.Text, c.Matter?.Sector));

    /// <summary>The column of the index that holds a case's number in it.</summary>
    public static string Key(Dialect dialect) => dialect == Dialect.Sqlite ? "rowid" : "text_id";

    /// <summary>Empties the index.</summary>
    public static string Clear(Dialect dialect) => dialect == Dialect.Sqlite ? "insert into case_texts (case_texts) values ('delete-all')" : "delete from case_texts";

    /// <summary>The same rows, those of the index last and by their numbers: SQLite's index goes to disk in pieces, and begins another whenever a smaller number follows.</summary>
    public static IReadOnlyList<RowWrite> InOrder(IReadOnlyList<RowWrite> rows) =>
        [.. rows.Where(r => !IsOfIndex(r)), .. rows.Where(IsOfIndex).OrderBy(r => (long)r.Values[0]!)];

    private static bool IsOfIndex(RowWrite row) => row.Statement == Sqlite || row.Statement == Postgres;

    /// <summary>The case's number in the index: 63 bits of a fingerprint of its name.</summary>
    public static long Id(string jurisdiction, CaseId id)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{jurisdiction}/{id}"), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue;
    }

    private static string? Shortened(string? text) => text?.Head(2000);
}
