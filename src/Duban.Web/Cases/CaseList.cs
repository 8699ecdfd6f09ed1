using System.Data.Common;
using System.Text;
using Dapper;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>Lists of cases: one statement, an index for every common filter, pages by key so that the last is as fast as the first.</summary>
public static class CaseList
{
    /// <summary>A page of lines, by due date; one more than asked for tells that there is a next page.</summary>
    /// <param name="store">The ledger's database.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="by">Who looks: what they may not see is not there.</param>
    /// <param name="filter">What they ask for.</param>
    /// <param name="today">The day lights are judged by.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<(IReadOnlyList<CaseLine> Lines, CaseKey? Next)> Read(
        EventStore store, string jurisdiction, Actor by, CaseFilter filter, DateOnly today, CancellationToken ct = default)
    {
        var size = Math.Clamp(filter.Size, 1, CaseFilter.Most);
        var values = new DynamicParameters();
        await using var db = await store.Connect(ct);
        var search = await CaseSearch.For(db, store.Dialect, jurisdiction, filter.Text, ct);
        if (Where(store.Dialect, jurisdiction, by, filter, today, values, search) is not { } where) return ([], null);
        values.Add("size", size + 1);
        var lines = await Lines(db, $"where {where} order by due_sort, case_id limit @size", values, size + 1, ct);
        if (lines.Count <= size) return (lines, null);
        lines.RemoveAt(size);
        return (lines, lines[^1].Key);
    }

    /// <summary>How many match, counted no further than <paramref name="most"/>: one range of an index, whatever the ledger holds.</summary>
    /// <param name="store">The ledger's database.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="filter">What they ask for.</param>
    /// <param name="today">The day lights are judged by.</param>
    /// <param name="most">Where counting stops.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<int> Count(EventStore store, string jurisdiction, Actor by, CaseFilter filter, DateOnly today, int most, CancellationToken ct = default)
    {
        var values = new DynamicParameters();
        await using var db = await store.Connect(ct);
        var search = await CaseSearch.For(db, store.Dialect, jurisdiction, filter.Text, ct);
        if (Where(store.Dialect, jurisdiction, by, filter, today, values, search) is not { } where) return 0;
        values.Add("most", most);
        return (int)await db.ExecuteScalarAsync<long>(new CommandDefinition(
            $"select count(*) from (select 1 from cases where {where} limit @most) as found", values, cancellationToken: ct));
    }

    /// <summary>The one that whoever has it has had longest; none when nothing matches. To be asked where few match: it looks at all of them.</summary>
    /// <param name="store">The ledger's database.</param>
    /// <param name="jurisdiction">The city.</param>
    /// <param name="by">Who looks.</param>
    /// <param name="filter">What they ask for.</param>
    /// <param name="today">The day lights are judged by.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<CaseLine>> Longest(EventStore store, string jurisdiction, Actor by, CaseFilter filter, DateOnly today, CancellationToken ct = default)
    {
        var values = new DynamicParameters();
        await using var db = await store.Connect(ct);
        var search = await CaseSearch.For(db, store.Dialect, jurisdiction, filter.Text, ct);
        if (Where(store.Dialect, jurisdiction, by, filter, today, values, search) is not { } where) return [];
        values.Add("day", today);
        return await Lines(db, $"where {where} order by case when hand_until < @day then hand_until else coalesce(hand_since, since) end, case_id limit 1", values, 1, ct);
    }

    private static async Task<List<CaseLine>> Lines(DbConnection db, string rest, DynamicParameters values, int capacity, CancellationToken ct)
    {
        await using var reader = await db.ExecuteReaderAsync(new CommandDefinition($"select {CaseLine.Columns} from cases {rest}", values, cancellationToken: ct));
        var row = (DbDataReader)((IWrappedDataReader)reader).Reader;
        var lines = new List<CaseLine>(capacity);
        while (await row.ReadAsync(ct)) lines.Add(CaseLine.Of(row));
        return lines;
    }

    /// <summary>The conditions and their values; null when nothing can match, as of a text that was looked up and means nothing.</summary>
    internal static string? Where(Dialect dialect, string jurisdiction, Actor by, CaseFilter filter, DateOnly today, DynamicParameters values, CaseSearch? search = null)
    {
        // With the sign SQLite takes no index that begins with the city, and so the one of the few cases a search has found.
        var sql = new StringBuilder(search?.Little is not null && dialect == Dialect.Sqlite ? "+jurisdiction = @jurisdiction" : "jurisdiction = @jurisdiction");
        values.Add("jurisdiction", jurisdiction);
        if (Rights.Sees(by) is not { } seen) return null;
        if (!Rights.SeesUnassigned(by))
        {
            sql.Append(" and unit_path is not null");
            Within(seen, "seen", sql, values);
        }
        if (filter.Unit is { } unit) Within(unit, "unit", sql, values);
        if (filter.Campaign is { } campaign) Add(sql, values, "campaign = @campaign", "campaign", campaign);
        if (filter.Open is { } open) Add(sql, values, "open = @open", "open", open ? 1 : 0);
        if (filter.Stages is [var only]) Add(sql, values, "stage = @stage", "stage", CaseRow.Word(only));
        else if (filter.Stages.Count > 1) Add(sql, values, dialect.Among("stage", "@stages"), "stages", filter.Stages.Select(CaseRow.Word).ToArray());
        if (filter.Awaits is { } step) Add(sql, values, "awaits = @awaits", "awaits", CaseRow.Word(step));
        if (filter.Hands.Count > 0) Held(filter.Hands, dialect, today, sql, values);
        if (filter.Level is { } level) Add(sql, values, "level = @level", "level", CaseRow.Word(level));
        // A value of its own in the text, so that the small index of just these is used.
        if (filter.Request is CaseRow.NotFixed) sql.Append(" and request = 'not_fixed'");
        else if (filter.Request is CaseRow.Objected) sql.Append(" and objections > 0");
        else if (filter.Request is { } request) Add(sql, values, request == "any" ? "request is not null" : "request = @request", "request", request);
        if (filter.DueFrom is { } from) Add(sql, values, "due_sort >= @dueFrom", "dueFrom", from);
        if (filter.DueTo is { } to) Add(sql, values, "due_sort <= @dueTo", "dueTo", to);
        if (filter.Light is { } light) Lit(light, today, sql, values);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            if (search is null) return null;
            Found(search, dialect, sql, values);
        }
        if (filter.After is { } after)
        {
            sql.Append(" and (due_sort, case_id) > (@afterDue, @afterCase)");
            values.Add("afterDue", after.Due);
            values.Add("afterCase", after.Case);
        }
        return sql.ToString();
    }

    // A slip's cases are found beside however many whose words match.
    private static void Found(CaseSearch search, Dialect dialect, StringBuilder sql, DynamicParameters values)
    {
        if (search.Little is { } little)
        {
            Add(sql, values, CaseText.ConditionAmong(dialect), "numbers", CaseText.Among(dialect, little));
            return;
        }
        Add(sql, values, search.Slips.Count == 0 ? CaseText.Condition(dialect) : $"({CaseText.Condition(dialect)} or {CaseText.ConditionAmong(dialect)})", "match", search.Match);
        if (search.Slips.Count > 0) values.Add("numbers", CaseText.Among(dialect, search.Slips));
    }

    // Residents and the public keep a case for their days; after them it is the office's without anybody's act.
    private static void Held(IReadOnlyList<Hand> hands, Dialect dialect, DateOnly today, StringBuilder sql, DynamicParameters values)
    {
        values.Add("handDay", today);
        Add(sql, values, $"({dialect.Among("hand", "@hands")} and (hand_until is null or hand_until >= @handDay){(hands.Contains(Hand.Office) ? " or hand_until < @handDay" : "")})",
            "hands", hands.Select(CaseRow.Word).ToArray());
    }

    // The area is what the indexes know; deeper in the tree the path narrows it.
    private static void Within(UnitPath path, string name, StringBuilder sql, DynamicParameters values)
    {
        if (path.Area is not { } area) return;
        Add(sql, values, $"area = @{name}Area", $"{name}Area", area.Value);
        if (path.Depth == 2) return;
        sql.Append($" and unit_path >= @{name}From and unit_path < @{name}To");
        values.Add($"{name}From", path.Value);
        values.Add($"{name}To", path.End);
    }

    // Red begins on the day after the due date, so the order of the list already divides the red from the others.
    private static void Lit(Light light, DateOnly today, StringBuilder sql, DynamicParameters values)
    {
        values.Add("today", today);
        sql.Append(light switch
        {
            Light.Red => " and paused = 0 and due_sort < @today and red_on <= @today",
            Light.Orange => " and paused = 0 and due_sort >= @today and red_on > @today and orange_on <= @today",
            Light.Yellow => " and paused = 0 and due_sort >= @today and red_on > @today and (orange_on > @today or orange_on is null) and yellow_on <= @today",
            Light.Green => " and paused = 0 and due_sort >= @today and red_on > @today and (orange_on > @today or orange_on is null) and (yellow_on > @today or yellow_on is null)",
            Light.None => " and (paused = 1 or red_on is null)",
            _ => " and open = 0",
        });
    }

    private static void Add(StringBuilder sql, DynamicParameters values, string condition, string name, object value)
    {
        sql.Append(" and ").Append(condition);
        values.Add(name, value);
    }
}
