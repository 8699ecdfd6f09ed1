using Duban.Domain.Documents;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

public sealed class OtherDemoBooksTests
{
    [Fact]
    public void The_mine_areas_ten_problems_are_read_and_its_readings_left_out()
    {
        var draft = Hengyang.Read(Hengyang.Demo("jinlong-rectification.xlsx"), "jinlong-rectification.xlsx");
        Assert.Equal(10, draft.Rows.Count);
        Assert.Equal([null, "import.sheet_no_ledger", "import.sheet_no_ledger"], draft.Sheets.Select(s => s.LeftOut));
        Assert.Equal(
            "Serial Site Place Description Sector Goal Measures Leader Team Unit Funds StartedOn Deadline Progress Status Remarks",
            string.Join(' ', draft.Sheets[0].Header!.Mapping.Columns.Select(c => c.Field)));
        Assert.Equal("2021-10-31 2021-06-30 2021-10-30 2021-05-31 2021-09-30 date.at_once 2021-12-31 2021-05-31 2022-06-30 2021-11-30",
            string.Join(' ', draft.Rows.Select(r => r.Deadline.Known ? $"{r.Deadline.Value:yyyy-MM-dd}" : r.Deadline.Code)));
        Assert.Equal("衡东县", draft.Rows[0].Unit?.Name);
        Assert.Equal(["320", "86", "210万"], draft.Rows.Take(3).Select(r => r[LedgerField.Funds]!));
        Assert.Equal(NamedProgress.Done, draft.Rows[5].Progress);
    }

    [Fact]
    public void A_book_of_rosters_is_told_to_hold_no_ledger()
    {
        var draft = Hengyang.Read(Hengyang.Demo("labour-hengshan.xlsx"));
        Assert.Empty(draft.Rows);
        Assert.Equal(4, draft.Sheets.Count);
        Assert.Contains(draft.Problems, p => p is { Code: "import.no_ledger", Severity: Severity.Error });
    }
}
