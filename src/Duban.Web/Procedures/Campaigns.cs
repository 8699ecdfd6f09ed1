using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Clock;
using Duban.Web.Shell;

namespace Duban.Web.Procedures;

/// <summary>The campaigns of a city.</summary>
public sealed class Campaigns(EventStore store, RealTime time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Reading> readings = new();
    private const string Select =
        """
        select code, name_zh, name_en, procedure_code, procedure_version, office, from_day, until_day, slip_pattern from campaigns
        where jurisdiction = @jurisdiction
        """;

    private const string Insert =
        """
        insert into campaigns (jurisdiction, code, name_zh, name_en, procedure_code, procedure_version, office, from_day, until_day, slip_pattern, next_number, next_slip)
        values (@jurisdiction, @Code, @zh, @en, @Procedure, @ProcedureVersion, @office, @From, @Until, @SlipPattern, 1, 1)
        on conflict (jurisdiction, code) do
        """;

    private const string Change =
        """
        update set name_zh = excluded.name_zh, name_en = excluded.name_en, procedure_code = excluded.procedure_code,
            procedure_version = excluded.procedure_version, office = excluded.office, from_day = excluded.from_day, until_day = excluded.until_day,
            slip_pattern = excluded.slip_pattern
        """;

    /// <summary>All, by code; what another node changes is seen within five seconds.</summary>
    public ValueTask<IReadOnlyList<Campaign>> All(string jurisdiction) =>
        readings.TryGetValue(jurisdiction, out var reading) && time.Clock.GetElapsedTime(reading.At) < Kept ? new(reading.All) : new(Read(jurisdiction));

    /// <summary>One, or null.</summary>
    public async Task<Campaign?> Find(string jurisdiction, string code)
    {
        await using var db = await store.Connect();
        return (await db.QuerySingleOrDefaultAsync<Row>($"{Select} and code = @code", new { jurisdiction, code }))?.Campaign();
    }

    /// <summary>Opens a campaign, unless its code is taken, also by somebody who was faster by a moment, or its slips would be numbered like another's.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="c">The whole of it.</param>
    /// <param name="signed">Who and when.</param>
    /// <returns>Why it was not opened, or null.</returns>
    public Task<Reason?> Open(string jurisdiction, Campaign c, Signed signed) => Write(jurisdiction, $"{Insert} nothing", c, signed, null);

    /// <summary>Opens a campaign or changes it; running cases keep the procedure they were registered under.</summary>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="c">The whole of it.</param>
    /// <param name="signed">Who and when.</param>
    /// <param name="seen">The campaign as they have seen it, so that what another did since is not overwritten unseen; null when it does not matter.</param>
    /// <returns>Why nothing was written, or null.</returns>
    public Task<Reason?> Save(string jurisdiction, Campaign c, Signed signed, SeenCampaign? seen = null) => Write(jurisdiction, $"{Insert} {Change}", c, signed, seen);

    private async Task<Reason?> Write(string jurisdiction, string sql, Campaign c, Signed signed, SeenCampaign? seen)
    {
        var written = await store.Write(async (db, tx) =>
        {
            await SetupChanges.TakeTurn(db, tx, jurisdiction, "campaign");
            if (seen is not null && await SetupChanges.Meanwhile(db, tx, jurisdiction, $"campaign/{c.Code}", seen.Mark, seen.Words) is { } faster) return faster;
            if (await NumberedLike(db, tx, jurisdiction, c) is { } like) return like;
            var row = new { jurisdiction, c.Code, zh = c.Name.Zh, en = c.Name.En, c.Procedure, c.ProcedureVersion, office = c.Office.Value, c.From, c.Until, c.SlipPattern };
            var rows = await db.ExecuteAsync(sql, row, tx);
            if (rows == 1) await SetupChanges.Note(store, db, tx, jurisdiction, $"campaign/{c.Code}", JsonSerializer.Serialize(c), signed);
            return rows == 1 ? null : new Reason("campaign.taken", "code", c.Code);
        });
        readings.TryRemove(jurisdiction, out _);
        return written;
    }

    // A pattern that stood before the rule did stays as it is: its slips are out.
    private static async Task<Reason?> NumberedLike(DbConnection db, DbTransaction tx, string jurisdiction, Campaign c)
    {
        var all = await InForce(db, tx, jurisdiction);
        return all.Any(other => other.Code == c.Code && other.SlipPattern == c.SlipPattern) || all.FirstOrDefault(c.NumbersLike) is not { } like
            ? null : new Reason("campaign.slip_taken", "slipPattern", like.Code);
    }

    /// <summary>Takes so many numbers for new cases, in a row; a number that is taken and not used leaves a gap.</summary>
    public async Task<IReadOnlyList<CaseId>> TakeNumbers(string jurisdiction, string code, int count)
    {
        var last = await Take(jurisdiction, code, "next_number", count);
        return [.. Enumerable.Range(0, count).Select(i => CaseId.Numbered(code, last - count + i))];
    }

    /// <summary>Takes so many slip numbers, in a row.</summary>
    public async Task<IReadOnlyList<long>> TakeSlips(string jurisdiction, string code, int count)
    {
        var last = await Take(jurisdiction, code, "next_slip", count);
        return [.. Enumerable.Range(0, count).Select(i => last - count + i)];
    }

    /// <summary>The slip number that would be taken next: a suggestion, not a promise.</summary>
    public async Task<long> NextSlip(string jurisdiction, string code)
    {
        await using var db = await store.Connect();
        return await db.ExecuteScalarAsync<long>("select next_slip from campaigns where jurisdiction = @jurisdiction and code = @code", new { jurisdiction, code });
    }

    private async Task<IReadOnlyList<Campaign>> Read(string jurisdiction)
    {
        var at = time.Clock.GetTimestamp();
        await using var db = await store.Connect();
        var all = await InForce(db, null, jurisdiction);
        readings[jurisdiction] = new(all, at);
        return all;
    }

    /// <summary>The campaigns as they stand at this moment.</summary>
    internal static async Task<IReadOnlyList<Campaign>> InForce(DbConnection db, DbTransaction? tx, string jurisdiction) =>
        [.. (await db.QueryAsync<Row>($"{Select} order by code", new { jurisdiction }, tx)).Select(r => r.Campaign())];

    private Task<long> Take(string jurisdiction, string code, string counter, int count) => store.Write((db, tx) => db.ExecuteScalarAsync<long>(
        $"update campaigns set {counter} = {counter} + @count where jurisdiction = @jurisdiction and code = @code returning {counter}",
        new { jurisdiction, code, count }, tx));

    private sealed record Reading(IReadOnlyList<Campaign> All, long At);

    private sealed class Row
    {
        public string Code { get; init; } = "";
        public string Name_zh { get; init; } = "";
        public string Name_en { get; init; } = "";
        public string Procedure_code { get; init; } = "";
        public int Procedure_version { get; init; }
        public string Office { get; init; } = "";
        public DateOnly From_day { get; init; }
        public DateOnly? Until_day { get; init; }
        public string Slip_pattern { get; init; } = "";

        public Campaign Campaign() => new(Code, new(Name_zh, Name_en), Procedure_code, Procedure_version, new UnitId(Office), From_day, Until_day) { SlipPattern = Slip_pattern };
    }
}

/// <summary>A campaign as somebody has seen it who now changes it.</summary>
/// <param name="Mark">What told its state then.</param>
/// <param name="Words">The words in which they are told of whoever was faster.</param>
public sealed record SeenCampaign(string Mark, Words Words);
