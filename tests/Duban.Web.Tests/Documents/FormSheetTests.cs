using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Sheets that are no table of rows: slips as forms, tables on their side.</summary>
public sealed class FormSheetTests
{
    private static object?[][] Slip(string unit, object? matter, object? due) =>
    [
        ["安全隐患交办单"],
        ["责任单位", unit, "交办时间", "2021年3月8日"],
        ["隐患地点", $"{unit}幸福路", "隐患等级", "重大"],
        ["隐患描述", matter],
        ["整改时限", due, "责任人", "分管副区长"],
        ["经办人：张", null, "联系电话", null],
    ];

    [Fact]
    public void A_slip_as_a_form_is_one_matter_and_its_cells_keep_their_names()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("单1", Slip("珠晖区", "违规搭建彩钢棚", "3月20日前")).Sheet("单2", Slip("石鼓县", "堵塞消防车道", "2月30日")).Bytes());
        Assert.Equal(["珠晖区 违规搭建彩钢棚 2021-03-20 Major"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd} {r.Level}"));
        Assert.Equal(["import.date_impossible 单2!B5", "import.unit_unknown 单2!B2"], draft.Problems.Where(p => p.Severity != Severity.Note).Select(p => $"{p.Code} {p.Sheet}!{p.Cell}").Order());
    }

    [Fact]
    public void Several_slips_on_one_sheet_are_several_matters()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("交办", [.. Slip("珠晖区", "甲", "3月20日"), [], .. Slip("衡东县", "乙", "3月21日")]).Bytes());
        Assert.Equal(["珠晖区 甲 03-20", "衡东县 乙 03-21"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:MM-dd}"));
    }

    [Fact]
    public void A_table_on_its_side_is_read_column_by_column()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("横表", [["隐患台账"], ["序号", 1, 2], ["责任单位", "珠晖区", "雁峰市"], ["隐患描述", "电线私拉", "护栏破损"], ["整改时限", "2021-3-20", "2021-3-21"]]).Bytes());
        Assert.Equal(["珠晖区 电线私拉 2021-03-20"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd}"));
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_unknown", Cell: "C3", Severity: Severity.Error });
    }

    [Theory]
    [InlineData("交办单")]
    [InlineData("填写示例")]
    public void A_form_nobody_filled_in_and_one_that_shows_how_are_no_matters(string sheet)
    {
        var filled = sheet == "填写示例";
        var draft = Hengyang.Read(new Xlsx().Sheet(sheet, Slip(filled ? "珠晖区" : "", filled ? "甲" : null, filled ? "3月20日" : null)).Bytes());
        Assert.Empty(draft.Rows);
        Assert.Contains(draft.Problems, p => p.Code is "import.sheet_no_ledger" or "import.no_ledger");
    }
}
