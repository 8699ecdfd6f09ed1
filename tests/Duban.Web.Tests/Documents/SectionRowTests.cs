using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Rows that look like matters and head or follow them, and levels that are marked instead of written.</summary>
public sealed class SectionRowTests
{
    private static readonly object?[] Head = ["序号", "责任单位", "问题描述", "整改时限"];

    [Fact]
    public void Numbered_section_rows_name_the_unit_of_the_rows_below()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [Head, ["一", "珠晖区"], ["（一）", null, "甲", "3月30日"], ["（二）", null, "乙", "3月30日"], ["小计", null, "2处"], ["二", "雁峰区", "1处"], ["1", null, "丙", "3月30日"], ["总计", null, "3处"]]).Bytes());
        Assert.Equal(["珠晖区 甲", "珠晖区 乙", "雁峰区 丙"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
        Assert.Equal(3, draft.Rows.Count);
    }

    [Fact]
    public void A_section_of_a_unit_nobody_knows_keeps_its_rows_back()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, ["一", "珠晖区"], [1, null, "甲", "3月30日"], ["二", "长沙市"], [2, null, "乙", "3月30日"]]).Bytes());
        Assert.Equal(["珠晖区 甲"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_unknown", Original: "长沙市", Severity: Severity.Error });
    }

    [Fact]
    public void Section_rows_about_subjects_are_no_matters()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("清单",
            [["序号", "反馈问题", "责任单位", "整改时限"], ["一", "思想认识方面"], [1, "甲", "珠晖区", "3月30日"], ["二", "工作落实方面"], [2, "乙", "衡东县", "3月30日"]], ["B2:D2"]).Bytes());
        Assert.Equal(["珠晖区 甲", "衡东县 乙"], draft.Rows.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
    }

    [Fact]
    public void Matters_numbered_in_Chinese_stay_matters_even_where_one_lacks_its_unit()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("清单", [Head, ["一", "珠晖区", "甲", "3月30日"], ["二", null, "井盖缺失"], ["三", "衡东县", "丙", "3月30日"]]).Bytes());
        Assert.Equal(3, draft.Rows.Count);
        Assert.Contains(draft.Problems, p => p is { Code: "import.unit_missing", Severity: Severity.Error });
    }

    [Fact]
    public void Notes_go_on_below_their_first_line()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "珠晖区", "甲", "3月30日"], [], ["填表说明：1.一式三份；"], [null, "2.时限不超过三个月；"], [null, null, "3.每月报送。"]]).Bytes());
        Assert.Single(draft.Rows);
    }

    [Fact]
    public void A_level_may_be_ticked_or_asked_for()
    {
        var ticked = Hengyang.Read(new Xlsx().Sheet("台账",
            [["序号", "责任单位", "问题描述", "隐患等级", null, "整改时限"], [null, null, null, "一般", "重大"], [1, "珠晖区", "甲", "√", null, "4月1日"], [2, "珠晖区", "乙", null, "√", "4月1日"], [3, "珠晖区", "丙", "√", "√", "4月1日"]],
            ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"]).Bytes());
        Assert.Equal([Domain.Documents.NamedLevel.General, Domain.Documents.NamedLevel.Major, null], ticked.Rows.Select(r => r.Level));
        Assert.Contains(ticked.Problems, p => p is { Code: "import.level_unknown", Cell: "D5" });
        var asked = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, "是否重大隐患"], [1, "珠晖区", "甲", "4月1日", "是"], [2, "珠晖区", "乙", "4月1日", "否"], [3, "珠晖区", "丙", "4月1日", null]]).Bytes());
        Assert.Equal([Domain.Documents.NamedLevel.Major, Domain.Documents.NamedLevel.General, null], asked.Rows.Select(r => r.Level));
    }

    [Fact]
    public void Traditional_characters_are_read_and_kept_as_written()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("清單", [["序號", "責任單位", "隱患描述", "隱患等級", "整改時限"], [1, "珠暉區", "電線老化", "重大", "4月底"], [2, "衡東縣", "護欄缺失", "一般", "二〇二一年四月一日"]]).Bytes());
        Assert.Equal(["珠晖区 電線老化 04-30 Major", "衡东县 護欄缺失 04-01 General"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:MM-dd} {r.Level}"));
    }

    [Fact]
    public void A_title_between_two_tables_names_the_unit_of_the_one_below()
    {
        object?[] head = ["序号", "问题描述", "整改措施", "整改时限"];
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
            [["珠晖区安全隐患台账"], head, [1, "护栏缺失", "加装", "4月1日"], [], ["衡东县安全隐患台账（2个）"], head, [1, "路灯不亮", "更换", "4月1日"], [2, "井盖缺失", "补齐", "4月1日"]]).Bytes());
        Assert.Equal(["珠晖区 护栏缺失", "衡东县 路灯不亮", "衡东县 井盖缺失"], draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]}"));
    }
}
