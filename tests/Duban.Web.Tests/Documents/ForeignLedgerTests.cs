using System.Text;
using Duban.Domain.Cases;
using Duban.Domain.Documents;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Lists that other offices make: what they leave unsaid is asked or told, never guessed in silence.</summary>
public sealed class ForeignLedgerTests
{
    private static readonly object?[] Head = ["序号", "责任单位", "问题描述", "整改时限"];

    [Fact]
    public void A_group_under_a_unit_nobody_knows_does_not_fall_to_the_group_before()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("清单",
        [
            ["序号", "问题描述", "点位", "整改时限"],
            ["一、衡东县（1项）"],
            [1, "甲", "甲处", "4月1日"],
            ["（一）消防类"],
            [2, "乙", "乙处", "4月2日"],
            ["二、火星基地（1项）"],
            [3, "丙", "丙处", "4月3日"],
            ["（一）交通类"],
            [4, "丁", "丁处", "4月3日"],
            ["三、衡山县人民政府", null, "共1项"],
            [5, "戊", "戊处", "4月4日"],
        ]).Bytes());
        Assert.Equal(["衡东县", "衡东县", null, null, "衡山县"], draft.Rows.Select(r => r.Unit?.Name));
        Assert.Equal(2, draft.Problems.Count(p => p is { Code: "import.unit_unknown", Original: "二、火星基地（1项）" }));
    }

    [Fact]
    public void Whoever_only_helps_is_not_handed_the_case_and_the_cell_is_kept_as_written()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "配合：市文旅广体局\n牵头：衡山县", "甲", "4月1日"], [2, "牵头：火星基地；配合：衡山县", "乙", "4月1日"]]).Bytes());
        Assert.Equal(["衡山县", null], draft.Rows.Select(r => r.Unit?.Name));
        Assert.Equal("配合：市文旅广体局\n牵头：衡山县", DraftMatter.Of(draft.Rows[0], "a.xlsx").Other["责任单位"]);
    }

    [Fact]
    public void A_second_table_below_has_columns_of_its_own()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            ["一、安全隐患"],
            Head,
            [1, "衡东县", "甲", "4月1日"],
            [],
            ["二、环保问题"],
            ["编号", "整改时限", "反馈问题", "责任单位"],
            ["A1", "4月3日", "乙", "衡山县"],
        ]).Bytes());
        Assert.Equal(["衡东县 2021-04-01 甲", "衡山县 2021-04-03 乙"], draft.Rows.Select(r => $"{r.Unit?.Name} {r.Deadline.Value:yyyy-MM-dd} {r[LedgerField.Description]}"));
        Assert.Equal(2, draft.Sheets.Count);
    }

    [Fact]
    public void The_day_of_completion_is_the_deadline_where_nothing_is_said_of_progress()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", "整改责任单位", "存在的问题", "整改措施", "完成时间"], [1, "衡东县", "甲", "修", "4月1日"]]).Bytes());
        Assert.Equal(new DateOnly(2021, 4, 1), draft.Rows[0].Deadline.Value);
        Assert.Contains(draft.Problems, p => p is { Code: "import.deadline_by_heading", Cell: "E1", Severity: Severity.Warning });
        var done = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", "整改责任单位", "存在的问题", "整改情况", "完成时间"], [1, "衡东县", "甲", "已完成", "3月1日"]]).Bytes());
        Assert.Equal(Outcome.Blank, done.Rows[0].Deadline.Outcome);
        Assert.Contains(done.Problems, p => p.Code == "import.no_deadline_column");
    }

    [Fact]
    public void What_had_to_be_assumed_of_a_day_is_told()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            Head,
            [1, "衡东县", "甲", "4月上旬"],
            [2, "衡东县", "乙", "一周内"],
            [3, "衡东县", "丙", "4月1日"],
            [4, "衡东县", "丁", "2099-12-31"],
            [5, "衡东县", "戊", "03/04/2021"],
        ]).Bytes());
        Assert.Equal(
            ["import.date_counted D3 Warning", "import.date_month_first D6 Warning", "import.date_part_of_month D2 Note", "import.date_year_assumed  Note", "import.deadline_far_ahead D5 Warning"],
            draft.Problems.Where(p => p.Code.StartsWith("import.d", StringComparison.Ordinal)).Select(p => $"{p.Code} {p.Cell} {p.Severity}").Order());
        Assert.Equal(Outcome.NotUnderstood, draft.Rows[4].Deadline.Outcome);
    }

    [Fact]
    public void The_other_days_of_a_column_say_which_number_is_the_month()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "甲", "03/04/2021"], [2, "衡东县", "乙", "30/4/2021"]]).Bytes());
        Assert.Equal(new DateOnly(2021, 4, 3), draft.Rows[0].Deadline.Value);
    }

    [Fact]
    public void A_level_nobody_knows_is_left_to_whoever_grades()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, "隐患等级"], [1, "衡东县", "甲", "4月1日", "很严重吧"], [2, "衡东县", "乙", "4月1日", null]]).Bytes());
        Assert.Equal([null, Level.General], draft.Rows.Select(DraftMatter.LevelOf));
        Assert.Contains(draft.Problems, p => p is { Code: "import.level_unknown", Cell: "E2" });
        Assert.Contains(draft.Problems, p => p is { Code: "import.level_assumed", Severity: Severity.Note });
    }

    [Fact]
    public void A_place_too_long_for_a_case_keeps_its_row_back()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, "地址"], [1, "衡东县", "甲", "4月1日", new string('址', 600)]]).Bytes());
        Assert.Empty(draft.Ready);
        Assert.Contains(draft.Problems, p => p is { Code: "import.text_too_long", Cell: "E2", Severity: Severity.Error });
        var both = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", "责任单位", "问题描述", "问题描述"], [1, "衡东县", new string('甲', 9_000), new string('乙', 9_000)]]).Bytes());
        Assert.Empty(both.Ready);
    }

    [Fact]
    public void A_number_and_a_unit_without_a_word_on_the_problem_are_a_slip()
    {
        var draft = Hengyang.Read(Encoding.UTF8.GetBytes("序号,责任单位,问题描述,整改时限\n1,衡东县,甲,4月1日,多出来的\n2,衡山县\n3,衡山县,丙,4月3日\n"), "a.csv");
        Assert.Equal((3, 2), (draft.Rows.Count, draft.Ready.Count()));
        Assert.Contains(draft.Problems, p => p is { Code: "import.description_missing", Cell: "C3" });
    }

    [Fact]
    public void A_quote_that_is_never_closed_swallows_no_rows()
    {
        var draft = Hengyang.Read(Encoding.UTF8.GetBytes("序号,责任单位,问题描述,整改时限\n1,衡东县,\"护栏缺失,4月1日\n2,衡山县,\"路灯\"坏,4月2日\n3,衡南县,\"第一行\n第二行\",4月3日\n"), "a.csv");
        Assert.Equal(["衡东县 2021-04-01", "衡山县 2021-04-02", "衡南县 2021-04-03"], draft.Rows.Select(r => $"{r.Unit?.Name} {r.Deadline.Value:yyyy-MM-dd}"));
        Assert.Equal("第一行\n第二行", draft.Rows[2][LedgerField.Description]);
        Assert.Contains(draft.Problems, p => p is { Code: "sheet.quote_open", Cell: "C2" });
    }

    [Theory]
    [InlineData("Issue Description", "Responsible Unit", "Due Date")]
    [InlineData("Hazard description (what is wrong)", "Lead unit", "Rectification deadline")]
    public void A_list_in_english_is_a_list(string problem, string unit, string due)
    {
        var draft = Hengyang.Read(Encoding.UTF8.GetBytes($"No.,{unit},{problem},{due},Location\n1,430424,Guard rail missing,2021-04-01,Dapu\n"), "a.csv");
        Assert.Equal("Guard rail missing 衡东县 2021-04-01", $"{draft.Rows[0][LedgerField.Description]} {draft.Rows[0].Unit?.Name} {draft.Rows[0].Deadline.Value:yyyy-MM-dd}");
    }

    [Fact]
    public void Points_are_kept_in_the_datum_their_heading_names()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, "经度(WGS84)", "纬度(WGS84)"], [1, "衡东县", "甲", "4月1日", 112.95, 27.08]]).Bytes());
        Assert.Equal("WGS-84", DraftMatter.Of(draft.Rows[0], "a.xlsx").Place.Datum);
    }

    [Fact]
    public void Marks_that_turn_the_text_and_halves_of_characters_do_not_get_in()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "\u202E倒写\u2066", "4月1日"], [2, "衡东县", new Xlsx.Raw("<c r=\"@\" t=\"inlineStr\"><is><t>_xD83D_坏</t></is></c>"), "4月1日"]]).Bytes());
        Assert.Equal("倒写", draft.Rows[0][LedgerField.Description]);
        Assert.DoesNotContain(draft.Rows[1][LedgerField.Description]!, char.IsSurrogate);
    }
}
