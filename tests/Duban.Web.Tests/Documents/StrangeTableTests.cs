using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Tables whose layout or headings say the same as every other list in other words.</summary>
public sealed class StrangeTableTests
{
    private static readonly object?[] Head = ["序号", "责任单位", "问题描述", "整改时限"];

    [Theory]
    [InlineData("承办/协办单位", "督查内容", "办复要求")]
    [InlineData("责任县（市、区）", "问题具体描述", "要求整改到位时间")]
    [InlineData("所属县（市、区）", "问题点位及内容", "整改期限（年月日）")]
    [InlineData("县（市区）、园区", "问题", "时限要求")]
    [InlineData("责任单位（盖章）", "存在 的\n问题", "整改\n截止")]
    [InlineData("被督查单位", "督查发现的问题", "限期")]
    [InlineData("主办/协办", "事项", "时限")]
    [InlineData("主办单位", "案由", "答复期限")]
    [InlineData("转办单位", "线索内容", "反馈时限")]
    [InlineData("所属园区", "不合格项目", "限定完成日")]
    [InlineData("核查处置单位", "检查发现的不符合项", "整改起止时间")]
    [InlineData("包保单位", "信访问题", "化解时限")]
    [InlineData("Responsible county", "Deficiency", "Target completion date")]
    [InlineData("Assigned unit", "Problem", "Due")]
    public void Headings_of_other_offices_are_known(string unit, string problem, string due)
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", unit, problem, due], [1, "衡东县", "护栏缺失", "2021-4-1"], [2, "衡山县", "路灯不亮", "2021-4-2"]]).Bytes());
        Assert.Equal(["衡东县 护栏缺失 2021-04-01", "衡山县 路灯不亮 2021-04-02"], draft.Rows.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd}"));
    }

    [Fact]
    public void Hundreds_of_columns_nobody_knows_do_not_hide_the_few_that_matter()
    {
        object?[] more = [.. Enumerable.Range(1, 400).Select(i => (object?)$"列{i}")];
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, .. more], [1, "衡东县", "甲", "4月1日", .. more.Select(_ => "是")]]).Bytes());
        Assert.Single(draft.Ready);
    }

    [Theory]
    [InlineData("无")]
    [InlineData("/")]
    [InlineData("未发现问题。")]
    public void A_unit_that_reports_nothing_is_no_case_and_is_told(string nothing)
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", nothing, "4月1日"], [2, "衡山县", "无证经营", "4月1日"]]).Bytes());
        Assert.Equal(["无证经营"], draft.Ready.Select(r => r[LedgerField.Description]));
        Assert.Contains(draft.Problems, p => p is { Code: "import.description_missing", Cell: "C2", Severity: Severity.Error } && p.Original == nothing);
    }

    [Fact]
    public void A_few_words_written_twice_for_one_unit_are_told()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "护栏缺失", "4月1日"], [2, "衡山县", "护栏缺失", "4月1日"], [3, "衡东县", "护栏缺失", "4月5日"]]).Bytes());
        Assert.Equal(["C4"], draft.Problems.Where(p => p.Code == "import.duplicate").Select(p => p.Cell));
        Assert.Equal(3, draft.Ready.Count());
    }

    [Fact]
    public void Two_deadlines_of_one_matter_are_told()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "同一问题", "2021-4-1"], [null, "衡山县", null, "2021-4-2"]], ["A2:A3", "C2:C3"]).Bytes());
        Assert.Equal(new DateOnly(2021, 4, 2), draft.Rows.Single().Deadline.Value);
        Assert.Contains(draft.Problems, p => p is { Code: "import.date_several", Cell: "D3", Proposal: "2021-04-02" });
    }

    [Fact]
    public void Two_tables_side_by_side_do_not_run_into_one_case()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, null, .. Head], [1, "衡东县", "甲", "4月1日", null, 2, "衡山县", "乙", "4月2日"], [3, "衡东县", "丙", "4月1日"]]).Bytes());
        Assert.Equal(["丙"], draft.Ready.Select(r => r[LedgerField.Description]));
        Assert.Contains(draft.Problems, p => p is { Code: "import.two_matters", Cell: "H2", Severity: Severity.Error });
    }

    [Fact]
    public void A_day_in_the_deadlines_on_which_the_work_was_done_is_neither_taken_nor_proposed()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "甲", "已于2021年3月1日完成"]]).Bytes());
        Assert.False(draft.Rows[0].Deadline.Known);
        Assert.Contains(draft.Problems, p => p is { Code: "import.date_done", Cell: "D2", Proposal: null });
    }

    [Theory]
    [InlineData("归口单位", "病害描述", "修复时限")]
    [InlineData("领办单位", "违法违规行为", "责令改正期限")]
    [InlineData("处置单位", "曝光内容如下", "整治时限")]
    public void A_matter_under_a_heading_nobody_knows_is_the_longest_text(string unit, string problem, string due)
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", unit, problem, due], [1, "衡东县", "护栏缺失五米以上", "2021-4-1"], [2, "衡山县", "路灯连续三夜不亮", "2021-4-2"]]).Bytes());
        Assert.Equal(["衡东县 护栏缺失五米以上 2021-04-01", "衡山县 路灯连续三夜不亮 2021-04-02"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd}"));
    }

    [Fact]
    public void A_row_that_names_who_helps_has_forgotten_who_leads()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", "问题描述", "牵头单位", "配合单位"], [1, "护栏缺失", "衡东县", "衡山县"], [2, "路灯不亮", null, "珠晖区"]]).Bytes());
        Assert.Equal(["护栏缺失"], draft.Ready.Select(r => r[LedgerField.Description]));
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_missing", Cell: "C3" });
    }
}
