using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Lists made with what a spreadsheet offers: values over several columns, subtotals, the two ends of a time.</summary>
public sealed class OfficeHabitTests
{
    private static readonly object?[] Head = ["序号", "责任单位", "问题描述", "整改时限"];

    [Fact]
    public void A_day_over_three_columns_is_one_day()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["序号", "责任单位", "问题描述", "整改时限", null, null, "备注"], [null, null, null, "年", "月", "日"],
            [1, "衡东县", "甲", 2021, 3, 31, "急"], [2, "衡东县", "乙", "2021年", "四", "5日"], [3, "衡东县", "丙", "2021", "2", "30"], [4, "衡东县", "丁", "长期坚持"], [5, "衡东县", "戊", 2021, 6],
        ], ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2", "D6:F6"]).Bytes());
        Assert.Equal(["2021-03-31", "2021-04-05", "date.impossible", "date.long_term", "2021-06-30"], Days(draft));
        Assert.Contains(draft.Problems, p => p is { Code: "import.date_impossible", Cell: "D5", Original: "2021年2月30日" });
        Assert.Empty(draft.Rows[0].Other);
    }

    [Fact]
    public void Months_alone_end_with_their_last_day()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("2021年台账", [["序号", "责任单位", "问题描述", "完成时限（月份）"], [1, "衡东县", "甲", 3], [2, "衡东县", "乙", "六月"]]).Bytes());
        Assert.Equal(["2021-03-31", "2021-06-30"], Days(draft));
    }

    [Fact]
    public void Degrees_minutes_and_seconds_in_columns_of_their_own_make_one_point()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "责任单位", "问题描述", "东经", null, null, "北纬"], [null, null, null, "度", "分", "秒", "度", "分", "秒"], [1, "衡东县", "甲", 112, 36, 24.3, 26, 46, 42.3]],
            ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:I1"]).Bytes());
        Assert.Equal((112.60675m, 26.77842m), (Math.Round(draft.Rows[0].Point!.Value.Longitude, 5), Math.Round(draft.Rows[0].Point!.Value.Latitude, 5)));
    }

    [Fact]
    public void Of_a_time_with_a_beginning_and_an_end_the_end_is_the_deadline()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "责任单位", "问题描述", "整改时间"], [null, null, null, "开始", "结束"], [1, "衡东县", "甲", new DateOnly(2021, 3, 15), new DateOnly(2021, 3, 31)]], ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]).Bytes());
        Assert.Equal(["2021-03-31"], Days(draft));
        draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "责任单位", "问题描述", "完成时间"], [null, null, null, "计划", "实际"], [1, "衡东县", "甲", "2021-3-31", "2021-3-28"]], ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]).Bytes());
        Assert.Equal(["2021-03-31"], Days(draft));
        Assert.Equal(new DateOnly(2021, 3, 28), draft.Rows[0].CompletedOn);
    }

    [Fact]
    public void Subtotals_that_the_spreadsheet_puts_in_are_no_matters()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["责任单位", "序号", "问题描述", "整改时限"], ["衡东县", 1, "甲", "3月31日"], ["衡东县 计数", null, 1], ["衡山县", 2, "乙", "3月31日"], ["衡山县 汇总", null, "1"], ["总计数", null, 2]]).Bytes());
        Assert.Equal(["衡东县 甲", "衡山县 乙"], draft.Rows.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
        Assert.Contains(draft.Problems, p => p is { Code: "import.row_total", Args: [3, 3, 6] });
    }

    [Fact]
    public void Days_to_do_it_in_count_from_the_rows_own_day()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "责任单位", "问题描述", "下达日期", "整改期限（天）"], [1, "衡东县", "甲", "2021-03-10", 7], [2, "衡东县", "乙", "2021-03-12", "15天"], [3, "衡东县", "丙", null, "长期"]]).Bytes());
        Assert.Equal(["2021-03-17", "2021-03-27", "date.long_term"], Days(draft));
    }

    [Fact]
    public void Units_may_be_ticked()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "问题描述", "责任单位", null, null, "整改时限"], [null, null, "衡东县", "衡山县", "衡南县"], [1, "甲", "√", null, null, "3月底"], [2, "乙", null, "√", "√", "3月底"], [3, "丙", null, null, null, "3月底"]],
            ["A1:A2", "B1:B2", "C1:E1", "F1:F2"]).Bytes());
        Assert.Equal(["衡东县", "衡山县", null], draft.Rows.Select(r => r.Unit?.Name));
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_several", Cell: "C4" });
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_missing", Cell: "C5" });
    }

    [Fact]
    public void A_header_in_another_language_and_hints_below_it_are_no_matters()
    {
        object?[][] below = [[1, "衡东县", "甲", "3月底"], ["（一）", "（二）", "（三）", "（四）"], ["No.", "Responsible unit", "Description", "Deadline"]];
        foreach (var first in (object?[][])[["Serial", "Responsible unit", "Description", "Deadline"], ["（自动）", "（填写全称）", "（具体部位）", "（年月日）"]])
            Assert.Equal(["甲"], Hengyang.Read(new Xlsx().Sheet("台账", [Head, first, .. below]).Bytes()).Rows.Select(r => r[LedgerField.Description]));
    }

    [Fact]
    public void How_to_fill_a_column_in_may_be_said_at_length_in_its_heading()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "责任单位（填写县市区、园区或市直单位全称，不得简称，多个单位的分行填写，不得漏填）", "存在问题（请详细描述隐患的具体部位、现状、可能造成的后果，不得少于20字，可附页说明）", "整改时限"], [1, "衡东县", "甲", "3月底"]]).Bytes());
        Assert.Equal(["衡东县 甲"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
    }

    [Fact]
    public void A_level_ticked_among_others_in_one_cell_is_the_level()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, "隐患等级"], [1, "衡东县", "甲", "3月底", "☑一般 □重大"], [2, "衡东县", "乙", "3月底", "□一般 ☑重大"], [3, "衡东县", "丙", "3月底", "□一般 □重大"]]).Bytes());
        Assert.Equal([Domain.Documents.NamedLevel.General, Domain.Documents.NamedLevel.Major, null], draft.Rows.Select(r => r.Level));
        Assert.DoesNotContain(draft.Problems, p => p.Code == "import.level_unknown");
    }

    [Fact]
    public void A_formula_that_comes_to_no_text_leaves_its_cell_blank()
    {
        object? nothing = new Xlsx.Raw("<c r=\"@\" t=\"str\"><f>IF(Z1=\"\",\"\",Z1)</f><v></v></c>");
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "甲", "3月底"], [nothing, nothing, nothing, nothing], [nothing, nothing, nothing, nothing]]).Bytes());
        Assert.Single(draft.Rows);
        Assert.DoesNotContain(draft.Problems, p => p.Code == "import.formula_without_value");
    }

    [Theory]
    [InlineData("牵头", "配合")]
    [InlineData("牵头单位", "配合单位")]
    public void Who_leads_and_who_helps_may_stand_below_one_heading(string leads, string helps)
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "问题描述", "责任单位", null, "整改时限"], [null, null, leads, helps], [1, "甲", "衡东县", "衡山县", "3月底"]], ["A1:A2", "B1:B2", "C1:D1", "E1:E2"]).Bytes());
        Assert.Equal(["衡东县 衡山县"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.CoUnit]}"));
    }

    [Fact]
    public void Days_below_one_heading_for_time_are_told_apart()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "责任单位", "问题描述", "时间"], [null, null, null, "发现", "交办", "整改", "销号"], [1, "衡东县", "甲", "3月1日", "3月5日", "3月31日"]], ["A1:A2", "B1:B2", "C1:C2", "D1:G1"]).Bytes());
        Assert.Equal(["2021-03-31"], Days(draft));
        Assert.Equal(new DateOnly(2021, 3, 1), draft.Rows[0].FoundOn);
    }

    [Fact]
    public void Where_nothing_else_names_the_unit_the_files_name_does()
    {
        object?[][] rows = [["序号", "问题描述", "整改措施", "整改时限"], [1, "甲", "修", "3月底"]];
        Assert.Equal("衡东县", Hengyang.Read(new Xlsx().Sheet("Sheet1", rows).Bytes(), "衡东县隐患清单.xlsx").Rows.Single().Unit?.Name);
        Assert.Null(Hengyang.Read(new Xlsx().Sheet("Sheet1", [["衡山县、衡南县交界处隐患清单"], .. rows]).Bytes(), "衡东县隐患清单.xlsx").Rows.Single().Unit);
    }

    [Fact]
    public void A_matter_below_no_heading_is_the_longest_text()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", "责任单位", null, "整改时限"], [1, "衡东县", "某桥护栏缺失约二十米", "3月底"], [2, "衡山县", "某路路灯连续三晚不亮", "3月底"]]).Bytes());
        Assert.Equal(["衡东县 某桥护栏缺失约二十米", "衡山县 某路路灯连续三晚不亮"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
    }

    [Fact]
    public void A_column_of_parks_stands_before_their_offices()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("清单", [["园区", "问题表现", "责任部门", "整改时限"], ["衡阳高新区", "甲处未审批", "园区应急局", "3月底"], ["松木经开区", "乙处未分流", "园区环保局", "6月底"]]).Bytes());
        Assert.Equal(["高新区 园区应急局", "松木经开区 园区环保局"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Handler]}"));
    }

    private static IEnumerable<string?> Days(LedgerDraft draft) => draft.Rows.Select(r => r.Deadline.Known ? $"{r.Deadline.Value:yyyy-MM-dd}" : r.Deadline.Code);
}
