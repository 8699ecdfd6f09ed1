using Dapper;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Residents.Reports;

namespace Duban.Web.Residents;

/// <summary>Something a resident wrote.</summary>
public sealed record Said
{
    /// <summary>What the ledger knows it by.</summary>
    public required string Reference { get; init; }
    /// <summary><c>survey</c>, <c>objection</c>, <c>report</c> or <c>not_fixed</c>.</summary>
    public required string Kind { get; init; }
    /// <summary>The words; null once erased.</summary>
    public string? Words { get; init; }
    /// <summary>How to reach them, or null.</summary>
    public string? Contact { get; init; }
    /// <summary>When.</summary>
    public DateTimeOffset SaidAt { get; init; }
    /// <summary>When it was erased, or null.</summary>
    public DateTimeOffset? ErasedAt { get; init; }
}

/// <summary>What residents write, outside the ledger behind a reference: erasing it leaves the fact.</summary>
public sealed class ResidentWords(EventStore store, City city)
{
    /// <summary>Longest words and contact, in characters.</summary>
    public const int Longest = 2000, LongestContact = 100;

    /// <summary>The kind of what a report says.</summary>
    public const string KindReport = "report";

    private static readonly Statement Add = new(
        """
        insert into resident_words (jurisdiction, case_id, reference, kind, words, contact, said_at) values (@jurisdiction, @case, @reference, @kind, @words, @contact, @at)
        on conflict (jurisdiction, case_id, reference) do nothing
        """, "jurisdiction", "case", "reference", "kind", "words", "contact", "at");

    /// <summary>The row of an objection, written with its fact.</summary>
    public RowWrite Objection(CaseId c, string reference, string words, string? contact, DateTimeOffset at) => new(Add, city.Code, c.Value, reference, "objection", words, contact, at);

    /// <summary>The row of a report, written with the lead it begins; the lead's own number is its reference.</summary>
    public RowWrite Report(CaseId lead, string words, string? contact, DateTimeOffset at) => new(Add, city.Code, lead.Value, lead.Value, KindReport, words, contact, at);

    /// <summary>The row of a reporter's word that it is not fixed, written with its fact.</summary>
    public RowWrite NotFixed(CaseId c, string reference, string? words, DateTimeOffset at) => new(Add, city.Code, c.Value, reference, "not_fixed", words, null, at);

    /// <summary>Keeps what somebody added to their answer; the first words stay.</summary>
    public Task AddToAnswer(string caseId, string reference, string words, DateTimeOffset at) => store.Write((db, tx) => db.ExecuteAsync(
        Add.Sql, new { jurisdiction = city.Code, @case = caseId, reference, kind = "survey", words, contact = (string?)null, at }, tx));

    /// <summary>True when words are kept, or were, behind the reference.</summary>
    public async Task<bool> Has(string caseId, string reference)
    {
        await using var db = await store.Connect();
        return await db.ExecuteScalarAsync<long>("select count(*) from resident_words where jurisdiction = @Code and case_id = @caseId and reference = @reference", new { city.Code, caseId, reference }) > 0;
    }

    /// <summary>Everything residents wrote about a case, the newest first.</summary>
    public async Task<IReadOnlyList<Said>> Of(CaseId c)
    {
        await using var db = await store.Connect();
        return [.. await db.QueryAsync<Said>(
            """
            select reference as Reference, kind as Kind, words as Words, contact as Contact, said_at as SaidAt, erased_at as ErasedAt from resident_words
            where jurisdiction = @Code and case_id = @Value order by said_at desc, reference
            """, new { city.Code, c.Value })];
    }

    /// <summary>The case an objection belongs to, by the objection's number; null when nobody raised it or its words were erased.</summary>
    public async Task<CaseId?> Objection(string reference)
    {
        await using var db = await store.Connect();
        var id = await db.ExecuteScalarAsync<string?>(
            """
            select case_id from resident_words where jurisdiction = @Code and reference = @reference and kind = 'objection' and erased_at is null
            order by case_id limit 1
            """, new { city.Code, reference });
        return id is null ? null : new CaseId(id);
    }

    /// <summary>The words of objections by reference, for the page on which they are decided.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfObjections(Case c) => (await Of(c.Id)).Where(s => s is { Kind: "objection", Words: not null })
        .ToDictionary(s => s.Reference, s => s.Contact is null ? s.Words! : $"{s.Words}（{s.Contact}）");

    /// <summary>How many times the reporter of a lead said later that it is not fixed, in words that are still kept, whatever case carries the lead on.</summary>
    public async Task<int> Later(CaseId lead)
    {
        await using var db = await store.Connect();
        return (int)await db.ExecuteScalarAsync<long>(
            $"select count(*) from resident_words where {LaterOnes} and erased_at is null", new { city.Code, later = lead.Value + "-%" });
    }

    // What they are known by begins with the lead's number; the round follows.
    private const string LaterOnes = "jurisdiction = @Code and kind = 'not_fixed' and reference like @later";

    /// <summary>What residents added to their answers, by reference, for the pages on which the answers are judged.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAnswers(Case c) =>
        (await Of(c.Id)).Where(s => s is { Kind: "survey", Words: not null }).ToDictionary(s => s.Reference, s => s.Words!);

    /// <summary>Erases words and contact for good, and all that came with a report; that somebody spoke, and when, stays.</summary>
    /// <param name="c">The case they lie with.</param>
    /// <param name="reference">What the ledger knows them by.</param>
    /// <param name="by">Who erases them.</param>
    /// <param name="at">When.</param>
    /// <param name="later">True takes along what the reporter of a report said later.</param>
    public Task<int> Erase(CaseId c, string reference, string by, DateTimeOffset at, bool later = false) => store.Write(async (db, tx) =>
    {
        var erased = await db.ExecuteAsync(
            """
            update resident_words set words = null, contact = null, erased_at = @at, erased_by = @by
            where jurisdiction = @Code and case_id = @Value and reference = @reference and erased_at is null
            """, new { city.Code, c.Value, reference, by, at }, tx);
        if (erased > 0 && reference == c.Value) await ReportBook.Erase(db, tx, city.Code, c);
        if (later && reference == c.Value)
            erased += await db.ExecuteAsync(
                $"update resident_words set words = null, contact = null, erased_at = @at, erased_by = @by where {LaterOnes} and erased_at is null",
                new { city.Code, later = c.Value + "-%", by, at }, tx);
        return erased;
    });
}
