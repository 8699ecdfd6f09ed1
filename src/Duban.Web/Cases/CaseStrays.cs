using System.Data.Common;
using Dapper;
using Duban.Ledger;

namespace Duban.Web.Cases;

/// <summary>Rows that no event stands behind, and sums that are not the sum of their rows.</summary>
internal static class CaseStrays
{
    private const string Rows = """
        select case_id from cases c where jurisdiction = @jurisdiction and not exists (
            select 1 from heads h where h.jurisdiction = c.jurisdiction and h.stream = 'case/' || c.case_id)
        order by case_id
        """;

    private const string Tallies = """
        select campaign, area, stage from (
            select coalesce(campaign, '') as campaign, coalesce(area, '') as area, stage, coalesce(awaits, '') as awaits, coalesce(hand, '') as hand, 1 as n from cases
            where jurisdiction = @jurisdiction
            union all select campaign, area, stage, awaits, hand, -count from case_tallies where jurisdiction = @jurisdiction) both_sides
        group by campaign, area, stage, awaits, hand having sum(n) <> 0 order by campaign, area, stage
        """;

    private const string Slips = """
        select s.slip_id from slips s where s.jurisdiction = @jurisdiction and (
            s.cases <> (select count(*) from slip_cases c where c.jurisdiction = s.jurisdiction and c.slip_id = s.slip_id)
            or exists (select 1 from slip_cases c where c.jurisdiction = s.jurisdiction and c.slip_id = s.slip_id and not exists (
                select 1 from heads h where h.jurisdiction = c.jurisdiction and h.stream = 'case/' || c.case_id)))
        order by s.slip_id
        """;

    /// <summary>All of a city's, each named.</summary>
    public static async Task<IReadOnlyList<Wording>> Of(DbConnection db, Dialect dialect, string jurisdiction)
    {
        var strays = new List<Wording>();
        foreach (var id in await db.QueryAsync<string>(Rows, new { jurisdiction }))
            strays.Add(new($"{jurisdiction} case/{id}：事项行没有任何记录", $"{jurisdiction} case/{id}: row (no events)"));
        foreach (var (campaign, area, stage) in await db.QueryAsync<(string, string, string)>(Tallies, new { jurisdiction }))
            strays.Add(new($"{jurisdiction} 计数 {campaign} {area} {stage} 不等于事项行之和", $"{jurisdiction} tally {campaign} {area} {stage}"));
        foreach (var id in await db.QueryAsync<string>(
            $"select case_id from cases where jurisdiction = @jurisdiction and text_id not in (select {CaseText.Key(dialect)} from case_texts) order by case_id", new { jurisdiction }))
            strays.Add(new($"{jurisdiction} case/{id}：查询索引里没有", $"{jurisdiction} case/{id}: search index (missing)"));
        foreach (var slip in await db.QueryAsync<string>(Slips, new { jurisdiction }))
            strays.Add(new($"{jurisdiction} 交办单 {slip}：件数或事项与登记不符", $"{jurisdiction} slip {slip}: its cases"));
        return strays;
    }
}
