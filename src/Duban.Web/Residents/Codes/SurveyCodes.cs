using Dapper;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.People;
using Microsoft.AspNetCore.DataProtection;

namespace Duban.Web.Residents.Codes;

/// <summary>
/// One-time codes: made in the transaction of the drawing, kept as hashes. The codes themselves must live somewhere between the drawing
/// and the printer: sealed by data protection in the sheet's row, not in a browser's cookie or a server's memory, so that a lost answer,
/// a second node or a restart does not cost a sample; after 24 hours the row is emptied and unanswered codes can only be made anew.
/// </summary>
public sealed class SurveyCodes(EventStore store, City city, ResidentKey key, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly Statement Empty = new("update survey_sheets set sealed = null where jurisdiction = @jurisdiction and drawn_at < @before", "jurisdiction", "before");

    private static readonly Statement AddSheet = new(
        """
        insert into survey_sheets (jurisdiction, sheet_id, case_id, round, codes, drawn_by, drawn_at, sealed)
        values (@jurisdiction, @sheet, @case, @round, @codes, @by, @at, @sealed)
        """, "jurisdiction", "sheet", "case", "round", "codes", "by", "at", "sealed");

    private static readonly Statement AddCode = new(
        """
        insert into survey_codes (jurisdiction, hash, case_id, round, reference, answer_by) values (@jurisdiction, @hash, @case, @round, @reference, @answer_by)
        """, "jurisdiction", "hash", "case", "round", "reference", "answer_by");

    private static readonly Statement Mark = new("update survey_codes set answered_at = @at where jurisdiction = @jurisdiction and hash = @hash", "jurisdiction", "hash", "at");

    private readonly IDataProtector seal = protection.CreateProtector("Duban.Residents.Codes");

    /// <summary>The codes of a sample that was just drawn.</summary>
    public IEnumerable<RowWrite> Drawn(Case after, CaseEvent fact, Act act) =>
        fact is CaseEvent.SampleDrawn drawn ? Make(after, drawn.Size, drawn.AnswerBy, act) : [];

    /// <summary>The row that a code is answered with.</summary>
    public RowWrite Answered(Code code, DateTimeOffset at) => new(Mark, city.Code, key.Hash(code), at);

    /// <summary>What is known of a code, or null: never given out, or made void.</summary>
    public async Task<IssuedCode?> Find(Code code)
    {
        await using var db = await store.Connect();
        return await db.QuerySingleOrDefaultAsync<IssuedCode>(
            """
            select case_id as CaseId, round as Round, reference as Reference, answer_by as AnswerBy, answered_at as AnsweredAt from survey_codes
            where jurisdiction = @Code and hash = @hash and voided_at is null
            """, new { city.Code, hash = key.Hash(code) });
    }

    /// <summary>The sheets of a case's round, the newest first.</summary>
    public async Task<IReadOnlyList<Sheet>> Sheets(Case c)
    {
        await using var db = await store.Connect();
        return [.. await db.QueryAsync<Sheet>(
            """
            select sheet_id as Id, codes as Codes, drawn_by as DrawnBy, drawn_at as DrawnAt, sealed as Sealed from survey_sheets
            where jurisdiction = @Code and case_id = @Value and round = @Round order by drawn_at desc, sheet_id
            """, new { city.Code, c.Id.Value, c.Round })];
    }

    /// <summary>Who drew these sheets, to be named as posts.</summary>
    public async Task<HeldPosts> Drawers(IReadOnlyList<Sheet> sheets)
    {
        await using var db = await store.Connect();
        return await HeldPosts.Of(db, city.Code, sheets.Select(s => s.DrawnBy));
    }

    /// <summary>The codes of a sheet, in the clear.</summary>
    public IReadOnlyList<Code> Codes(Sheet sheet) => [.. seal.Unprotect(sheet.Sealed!).Split(' ').Select(text => Code.Read(text)!)];

    /// <summary>Makes the unanswered codes of a running survey void and as many new ones.</summary>
    /// <returns>How many; 0 when every code is answered.</returns>
    public Task<int> Renew(Case c, Act act) => store.Write(async (db, tx) =>
    {
        var answerBy = c.Survey!.AnswerBy;
        var voided = await db.ExecuteAsync(
            """
            update survey_codes set voided_at = @now where jurisdiction = @Code and case_id = @Value and round = @Round and answer_by = @answerBy
              and answered_at is null and voided_at is null
            """, new { city.Code, c.Id.Value, c.Round, answerBy, now = act.At }, tx);
        if (voided == 0) return 0;
        await db.ExecuteAsync("update survey_sheets set sealed = null where jurisdiction = @Code and case_id = @Value", new { city.Code, c.Id.Value }, tx);
        foreach (var row in Make(c, voided, answerBy, act))
        {
            var values = new DynamicParameters();
            foreach (var (name, value) in row.Statement.Names.Zip(row.Values)) values.Add(name, value);
            await db.ExecuteAsync(row.Statement.Sql, values, tx);
        }
        return voided;
    });

    private IEnumerable<RowWrite> Make(Case c, int count, DateOnly answerBy, Act act)
    {
        var codes = Enumerable.Range(0, count).Select(_ => Code.New()).ToList();
        yield return new RowWrite(Empty, city.Code, clock.GetUtcNow() - Sheet.Printable);
        yield return new RowWrite(AddSheet, city.Code, Guid.NewGuid().ToString("N"), c.Id.Value, c.Round, count, act.By.Person.Value, act.At,
            seal.Protect(string.Join(' ', codes.Select(code => code.Value))));
        foreach (var code in codes) yield return new RowWrite(AddCode, city.Code, key.Hash(code), c.Id.Value, c.Round, $"{c.Round}-{Code.Letters(10)}", answerBy);
    }
}
