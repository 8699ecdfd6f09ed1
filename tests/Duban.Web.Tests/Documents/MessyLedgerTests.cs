using Duban.Domain.Documents;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Lists as clerks really make them, each with one habit.</summary>
public sealed class MessyLedgerTests
{
    private static readonly object?[] Head = ["序号", "责任单位", "问题描述", "整改时限"];

    [Fact]
    public void Columns_may_stand_in_any_order_under_other_words_on_any_row()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("Sheet1",
        [
            ["附件2"],
            ["2021年全市安全生产突出问题督办台账"],
            [],
            ["填报单位：市安委办", null, null, null, "填报日期：2021年4月6日"],
            [],
            [],
            ["限期", "存在的问题", "属地", "具体部位", "风险等级", "编号"],
            ["4月30日", "配电箱无漏电保护", "衡南县", "三塘镇某木材厂", "较大", "AQ-001"],
            ["５月１０日前", "消防水带缺失", "衡阳市衡东县人民政府", "大浦镇某仓库", "一般隐患", "AQ-002"],
        ]).Bytes());
        Assert.Equal("Deadline Description Unit Site Level Number", Fields(draft));
        Assert.Equal((7, 7), (draft.Sheets[0].Header!.FirstRow, draft.Sheets[0].Header!.LastRow));
        Assert.Equal(["衡南县 2021-04-30", "衡东县 2021-05-10"], draft.Rows.Select(r => $"{r.Unit?.Name} {r.Deadline.Value:yyyy-MM-dd}"));
        Assert.Equal([NamedLevel.Larger, NamedLevel.General], draft.Rows.Select(r => r.Level!.Value));
    }

    [Fact]
    public void Days_counted_from_1904_are_the_same_days()
    {
        var draft = Hengyang.Read(new Xlsx().Epoch1904().Sheet("台账",
        [
            Head,
            [1, "衡东县", "甲", new DateOnly(2021, 3, 31)],
            [2, "衡东县", "乙", 42824],
            [3, "衡东县", "丙", "20210331"],
        ]).Bytes());
        Assert.All(draft.Rows, r => Assert.Equal(new DateOnly(2021, 3, 31), r.Deadline.Value));
        Assert.Equal(3, draft.DeadlinesUnderstood);
    }

    [Fact]
    public void A_unit_named_once_per_group_holds_for_the_group()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            Head,
            [1, "衡东县", "甲", "3月底"],
            [2, null, "乙", "3月底"],
            [3, null, "丙", "3月底"],
            [4, "430423", "丁", "3月底"],
            [5, null, "戊", "3月底"],
        ]).Bytes());
        Assert.Equal("衡东县3 衡山县2", PerUnit(draft));
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_carried_down", Cell: "B3", Severity: Severity.Note });
    }

    [Fact]
    public void One_blank_unit_in_a_full_column_is_a_slip_and_the_row_is_kept_back()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            Head,
            [1, "衡东县", "甲", "3月底"],
            [2, "衡东县", "乙", "3月底"],
            [3, null, "丙", "3月底"],
            [4, "衡东县", "丁", "3月底"],
            [5, "火星基地", "戊", "3月底"],
            [6, "珠辉区", "己", "3月底"],
        ]).Bytes());
        Assert.Equal(3, draft.Ready.Count());
        Assert.Equal(6, draft.Rows.Count);
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_missing", Cell: "B4", Proposal: "衡东县", Severity: Severity.Error });
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_unknown", Cell: "B6", Original: "火星基地", Severity: Severity.Error });
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_unknown", Cell: "B7", Proposal: "珠晖区" });
    }

    [Fact]
    public void Group_rows_totals_notes_blank_rows_and_repeated_headers_are_no_matters()
    {
        object?[] head = ["序号", "隐患内容", "隐患地点", "完成时限"];
        var draft = Hengyang.Read(new Xlsx().Sheet("清单",
        [
            ["安全隐患清单"],
            head,
            ["一、衡东县（2处）"],
            [1, "甲处护栏缺失", "大浦镇", "3月底"],
            [2, "乙处护栏缺失", "石湾镇", "3月底"],
            ["小计", 2],
            ["注：以上由县安委办填报"],
            [],
            head,
            ["二、衡阳高新区"],
            [1, "丙处护栏缺失", "华兴街道", "3月底"],
            ["合计", null, "3处"],
            ["填表人：", null, "审核人：", "电话："],
            [4, null, null, null],
            [5, null, null, null],
        ]).Bytes());
        Assert.Equal("衡东县2 高新区1", PerUnit(draft));
        Assert.Equal(3, draft.Ready.Count());
        Assert.DoesNotContain(draft.Problems, p => p.Severity != Severity.Note);
        foreach (var code in (string[])["import.row_group", "import.row_total", "import.row_note", "import.row_repeat", "import.row_prepared"])
            Assert.Contains(draft.Problems, p => p.Code == code);
    }

    [Fact]
    public void Sheets_may_be_units_and_a_sheet_that_gathers_them_is_left_out()
    {
        object?[] head = ["序号", "问题描述", "具体位置", "整改时限"];
        object?[] one = [1, "甲处护栏缺失", "大浦镇", "3月底"], two = [1, "乙处护栏缺失", "开云镇", "4月底"];
        var draft = Hengyang.Read(new Xlsx().Sheet("衡东县", [head, one]).Sheet("衡山", [head, two])
            .Sheet("总表", [["序号", "县市区", "问题描述", "具体位置", "整改时限"], [1, "衡东县", .. one[1..]], [2, "衡山县", .. two[1..]]]).Bytes());
        Assert.Equal("衡东县1 衡山县1", PerUnit(draft));
        Assert.Equal("import.sheet_repeats", draft.Sheets[2].LeftOut);
    }

    [Fact]
    public void The_title_names_the_unit_when_no_column_does()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("Sheet1", [["衡东县安全隐患排查治理台账"], ["序号", "隐患描述", "部位", "整改期限"], [1, "护栏缺失", "大浦镇", "3月底"]]).Bytes());
        Assert.Equal("衡东县1", PerUnit(draft));
    }

    [Fact]
    public void One_matter_over_several_rows_is_one_case_with_all_its_measures()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["序号", "责任单位", "反馈问题", "整改措施", "整改时限"],
            [1, "衡东县", "尾矿库排洪不畅", "清淤", "3月底"],
            [null, null, null, "补设监测点", "6月底"],
            [2, "衡山县", "废渣露天堆存", "清运", "4月底"],
        ], ["A2:A3", "B2:B3", "C2:C3"]).Bytes());
        Assert.Equal(2, draft.Rows.Count);
        Assert.Equal("清淤\n补设监测点", draft.Rows[0][LedgerField.Measures]);
        Assert.Equal(new DateOnly(2021, 6, 30), draft.Rows[0].Deadline.Value);
    }

    [Fact]
    public void A_number_merged_over_several_matters_counts_groups_not_matters()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["序号", "责任单位", "反馈问题", "整改时限"],
            [1, "衡东县", "尾矿库排洪不畅", "3月底"],
            [null, null, "矿洞涌水直排", "6月底"],
            [2, "衡山县", "废渣露天堆存", "4月底"],
        ], ["A2:A3", "B2:B3"]).Bytes());
        Assert.Equal("衡东县2 衡山县1", PerUnit(draft));
        Assert.DoesNotContain(draft.Problems, p => p.Severity != Severity.Note);
    }

    [Fact]
    public void A_description_in_two_columns_reads_as_one()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["序号", "责任单位", "问题隐患描述", null, "整改时限"],
            [1, "衡东县", "护栏缺失", "长约20米", "3月底"],
        ], ["C1:D1"]).Bytes());
        Assert.Equal("护栏缺失；长约20米", draft.Rows[0][LedgerField.Description]);
    }

    [Fact]
    public void Longitude_and_latitude_columns_the_wrong_way_round_are_put_right()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["序号", "责任单位", "问题描述", "经度", "纬度"],
            [1, "衡东县", "甲", 112.95, 27.05],
            [2, "衡东县", "乙", "27.05", "112.95"],
            [3, "衡东县", "丙", 27.05, null],
        ]).Bytes());
        Assert.Equal([112.95m, 112.95m], draft.Rows.Take(2).Select(r => r.Point!.Value.Longitude));
        Assert.Contains(draft.Problems, p => p is { Cell: "D3", Code: "import.coordinate_swapped" });
        Assert.Contains(draft.Problems, p => p is { Cell: "D4", Code: "import.coordinate_half" });
    }

    [Fact]
    public void Errors_and_uncalculated_formulas_are_told_by_cell()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            Head,
            [1, "衡东县", "甲", new Xlsx.Raw("<c r=\"@\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>")],
            [2, "衡东县", new Xlsx.Raw("<c r=\"@\"><f>VLOOKUP(A1,X:Y,2)</f></c>"), "3月底"],
            [3, "衡东县", new Xlsx.Raw("<c r=\"@\" t=\"str\"><f>\"丙\"</f><v>丙</v></c>"), "3月底"],
        ]).Bytes());
        Assert.Contains(draft.Problems, p => p is { Cell: "D2", Code: "import.cell_error", Original: "#DIV/0!" });
        Assert.Contains(draft.Problems, p => p is { Cell: "C3", Code: "import.formula_without_value" });
        Assert.Contains(draft.Problems, p => p is { Cell: "C3", Code: "import.description_missing" });
        Assert.Equal("丙", draft.Rows[2][LedgerField.Description]);
        Assert.Equal(2, draft.Ready.Count());
    }

    [Fact]
    public void A_text_of_100_000_characters_is_named_and_its_row_kept_back()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", new string('长', 100_000), "3月底"], [2, "衡东县", "短", "3月底"]]).Bytes());
        Assert.Contains(draft.Problems, p => p is { Cell: "C2", Code: "import.text_too_long", Severity: Severity.Error });
        Assert.Equal([3], draft.Ready.Select(r => r.Row));
    }

    [Fact]
    public void A_row_put_in_above_makes_no_row_below_it_new()
    {
        object?[][] rows = [[1, "衡东县", "甲", "3月底"], [2, "衡东县", "乙", "3月底"], [3, "衡东县", "乙", "3月底"]];
        var before = Hengyang.Read(new Xlsx().Sheet("台账", [Head, .. rows]).Bytes());
        var after = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡山县", "新", "3月底"], .. rows.Select((r, i) => (object?[])[i + 2, "衡东", r[2] + " ", "2021-04-01"])]).Bytes());
        Assert.Equal(before.Rows.Select(r => r.Fingerprint), after.Rows.Skip(1).Select(r => r.Fingerprint));
        Assert.Equal(3, before.Rows.Select(r => r.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void A_hidden_ledger_is_named_and_read_only_when_chosen()
    {
        var file = new Xlsx().Sheet("台账", [Head, [1, "衡东县", "甲", "3月底"]], state: "hidden").Bytes();
        Assert.Contains(Hengyang.Read(file).Problems, p => p is { Sheet: "台账", Code: "import.sheet_hidden", Severity: Severity.Warning });
        var chosen = Hengyang.Options with { Choices = new Dictionary<string, SheetChoice> { ["台账"] = new() } };
        Assert.Single(Hengyang.Read(file, options: chosen).Rows);
    }

    [Fact]
    public void A_percentage_is_progress_and_a_number_typed_as_text_is_a_number()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["序号", "责任单位", "问题描述", "整改进展"],
            ["１", "衡东县", "甲", new Xlsx.Raw("<c r=\"@\" s=\"2\"><v>0.6</v></c>")],
            [1, "衡东县", "乙", new Xlsx.Raw("<c r=\"@\" s=\"2\"><v>1</v></c>")],
            [3, "衡东县", "丙", null], [4, "衡东县", "丁", null], [5, "衡东县", "戊", null], [6, "衡东县", "己", null],
        ]).Bytes());
        Assert.Equal(("60%", NamedProgress.UnderWay), (draft.Rows[0][LedgerField.Progress], draft.Rows[0].Progress!.Value));
        Assert.Equal(NamedProgress.Done, draft.Rows[1].Progress);
        Assert.Contains(draft.Problems, p => p is { Cell: "A3", Code: "import.number_twice" });
    }

    [Fact]
    public void The_sheets_name_counts_when_the_unit_column_is_empty()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("衡东县", [Head, [1, null, "甲", "3月底"], [2, null, "乙", "3月底"]]).Bytes());
        Assert.Equal("衡东县2", PerUnit(draft));
    }

    [Fact]
    public void Firms_under_the_word_unit_are_places_not_units()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("衡东县", [["序号", "单位名称", "存在问题", "整改时限"], [1, "某木材厂", "甲", "3月底"], [2, "某加油站", "乙", 18]]).Bytes());
        Assert.Equal("Serial Site Description Deadline", Fields(draft));
        Assert.Equal("衡东县2", PerUnit(draft));
        Assert.Contains(draft.Problems, p => p is { Cell: "D3", Code: "import.date_unclear" });
    }

    [Fact]
    public void The_units_a_list_is_handed_to_stand_before_those_that_do_the_work()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["交办单位", "县市区", "责任单位", "存在问题", "整改时限"],
            ["市安委办", "衡东县", "县应急管理局", "甲", "3月底"],
            ["市安委办", "衡山县", "县住建局", "乙", "3月底"],
        ]).Bytes());
        Assert.Equal("Source Unit Handler Description Deadline", Fields(draft));
        Assert.Equal("衡东县1 衡山县1", PerUnit(draft));
    }

    [Fact]
    public void A_row_with_nothing_but_its_description_is_a_matter_and_a_line_across_is_not()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("衡东县",
            [["问题描述", "整改时限", "备注"], ["甲处护栏缺失", "3月底", null], ["乙处护栏缺失", null, null], ["以上问题由县安委办汇总", null, null]], ["A4:C4"]).Bytes());
        Assert.Equal(["甲处护栏缺失", "乙处护栏缺失"], draft.Ready.Select(r => r[LedgerField.Description]!));
    }

    [Fact]
    public void Every_kind_of_same_as_above_is_taken_from_above()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "甲", "3月底"], [2, "同上", "〃", "同上"]]).Bytes());
        Assert.Equal(("衡东县", "甲", new DateOnly(2021, 3, 31)), (draft.Rows[1].Unit!.Name, draft.Rows[1][LedgerField.Description], draft.Rows[1].Deadline.Value));
        Assert.Equal(["B3", "C3", "D3"], draft.Problems.Where(p => p.Code == "import.ditto").Select(p => p.Cell));
    }

    private static string Fields(LedgerDraft draft) => string.Join(' ', draft.Sheets[0].Header!.Mapping.Columns.Select(c => c.Field));

    private static string PerUnit(LedgerDraft draft) => string.Join(' ', draft.PerUnit.Select(u => u.Key + u.Value));
}
