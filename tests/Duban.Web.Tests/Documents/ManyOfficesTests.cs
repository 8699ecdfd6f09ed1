using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Lists of a dozen kinds of offices: other words over the columns, units named by a title or by whoever manages, days inside sentences.</summary>
public sealed class ManyOfficesTests
{
    private static readonly object?[] Head = ["序号", "责任单位", "问题描述", "整改时限"];

    [Theory]
    [InlineData("责任县（市、区）", "存在的突出问题", "整改承诺时间")]
    [InlineData("责任县市区（部门）", "问题隐患排查情况", "计划整改完成日期")]
    [InlineData("市直责任单位", "风险点", "整改目标时限")]
    [InlineData("督办单位（责任单位）", "督办问题", "反馈办理结果时限")]
    [InlineData("责任乡镇（街道、园区）", "问题及整改要求", "整改完成时间要求")]
    [InlineData("处置部门", "违法违规事实", "限改日期")]
    [InlineData("问题属地", "信访诉求", "何时办结")]
    [InlineData("治理责任单位", "地质灾害隐患点情况", "治理完成日期")]
    public void Headings_are_told_by_how_they_are_made(string unit, string problem, string due)
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["序号", problem, unit, due], [1, "某路段护栏缺失二十米", "衡东县", "2021年4月1日"], [2, "某仓库消防栓无水多日", "衡山县", "4月2日"]]).Bytes());
        Assert.Equal(["衡东县 某路段护栏缺失二十米 2021-04-01", "衡山县 某仓库消防栓无水多日 2021-04-02"], Told(draft));
    }

    [Fact]
    public void The_end_of_a_time_is_the_deadline_where_brackets_tell_its_ends()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["责任单位", "问题描述", "整改时间（起）", "整改时间（止）"], ["衡东县", "甲", new DateOnly(2021, 3, 1), new DateOnly(2021, 8, 31)]]).Bytes());
        Assert.Equal(["衡东县 甲 2021-08-31"], Told(draft));
    }

    [Fact]
    public void A_day_that_was_moved_stands_before_the_one_set_first()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["责任单位", "问题描述", "原定时限", "延期后时限"], ["衡东县", "甲", "2021-3-1", "2021-4-1"]]).Bytes());
        Assert.Equal(["衡东县 甲 2021-04-01"], Told(draft));
    }

    [Fact]
    public void Two_columns_of_one_name_for_the_time_are_read_where_they_are_filled_in()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["责任单位", "问题描述", "整改时限", "整改时限"], ["衡东县", "甲", "4月1日", null], ["衡山县", "乙", null, new DateOnly(2021, 4, 2)], ["衡山县", "丙", "4月3日", "4月4日"]]).Bytes());
        Assert.Equal(["衡东县 甲 2021-04-01", "衡山县 乙 2021-04-02", "衡山县 丙 2021-04-04"], Told(draft));
        Assert.Contains(draft.Problems, p => p is { Code: "import.date_several", Cell: "C4" });
    }

    [Fact]
    public void Of_the_citys_and_the_countys_responsible_the_county_does_the_work()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["问题描述", "市级责任单位", "县区责任单位", "整改时限"], ["甲", "市文旅广体局", "衡东县", "4月1日"]]).Bytes());
        Assert.Equal(["衡东县 甲 2021-04-01"], Told(draft));
    }

    [Fact]
    public void A_deadline_inside_a_sentence_is_taken_and_told()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            [.. Head, "整改措施"],
            [1, "衡东县", "某桥存在裂缝，3月31日前整改到位", null, null],
            [2, "衡山县", "某厂2020年5月曾发生事故，至今未培训", null, null],
            [3, "衡山县", "某渠淤塞", null, "1.清运（3月20日前）；2.复绿（4月30日前）"],
            [4, "衡山县", "某库已于3月1日完成清理，6月1日前发现反弹", "4月5日", null],
        ]).Bytes());
        Assert.Equal(["2021-03-31", "", "2021-04-30", "2021-04-05"], draft.Rows.Select(r => r.Deadline.Known ? $"{r.Deadline.Value:yyyy-MM-dd}" : ""));
        Assert.Equal(["C2 2021-03-31", "E4 2021-04-30"], draft.Problems.Where(p => p is { Code: "import.date_in_text", Severity: Severity.Warning }).Select(p => $"{p.Cell} {p.Proposal}"));
    }

    [Fact]
    public void Offices_named_without_their_county_are_the_titles()
    {
        Unit Of(string id, string path, string name, UnitKind kind, params string[] aliases) => new(new(id), new(path), name, kind) { Aliases = aliases };
        var units = new UnitDirectory([.. Hengyang.Units.Units, Of("430400-yjj", "430400/430400-yjj/", "市应急管理局", UnitKind.Bureau, "市应急局"), Of("430481-yjj", "430400/430481/430481-yjj/", "耒阳市应急管理局", UnitKind.Department, "耒阳市应急局")]);
        LedgerDraft Read(string title, string unit) => Hengyang.Read(new Xlsx().Sheet("Sheet1", [[title], Head, [1, unit, "甲", "3月底"]]).Bytes(), options: Hengyang.Options with { Units = units });
        foreach (var name in (string[])["应急局", "市应急局"])
        {
            var draft = Read("耒阳市问题清单", name);
            Assert.Equal("耒阳市应急管理局", draft.Rows[0].Unit?.Name);
            Assert.Contains(draft.Problems, p => p is { Code: "import.unit_from_title", Cell: "B3", Severity: Severity.Warning });
        }
        Assert.Equal("衡东县", Read("衡东县问题清单", "应急局").Rows[0].Unit?.Name);
        Assert.Equal("市应急管理局", Read("衡东县问题清单", "市应急局").Rows[0].Unit?.Name);
        Assert.Equal("市应急管理局", Read("问题清单", "应急局").Rows[0].Unit?.Name);
    }

    [Fact]
    public void Where_no_column_is_for_the_unit_the_one_that_manages_is_proposed()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [["路线编号", "隐患描述", "督办单位", "管养单位", "治理时限"], ["S315", "无护栏", "市文旅广体局", "衡山县", "2021.05"], ["X021", "视距不良", "市文旅广体局", "衡南县交通局", "2021.06"]]).Bytes());
        Assert.Equal(["衡山县 无护栏 2021-05-31", "衡南县 视距不良 2021-06-30"], Told(draft));
        Assert.Equal(["D2", "D3"], draft.Problems.Where(p => p is { Code: "import.unit_from_column", Severity: Severity.Warning }).Select(p => p.Cell));
    }

    [Fact]
    public void A_sheet_that_shows_how_to_fill_in_is_left_out_unless_it_is_all_there_is()
    {
        object?[][] rows = [Head, [1, "衡东县", "甲", "3月底"]];
        var draft = Hengyang.Read(new Xlsx().Sheet("样表", rows).Sheet("正式", [Head, [1, "衡山县", "乙", "3月底"]]).Bytes());
        Assert.Equal(["衡山县"], draft.Rows.Select(r => r.Unit?.Name));
        Assert.Contains(draft.Problems, p => p is { Code: "import.sheet_sample", Sheet: "样表", Severity: Severity.Warning });
        Assert.Single(Hengyang.Read(new Xlsx().Sheet("模板", rows).Bytes()).Rows);
    }

    [Fact]
    public void A_slip_whose_labels_and_values_share_cells_is_read()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("交办单", [["市督查室交办单"], ["承办单位：衡山县人民政府", null, "交办日期：2021年3月8日"], ["交办事项：", "农村公路塌方未处置"], ["办理要求：", "立即处置"], ["办结时限：", "2021年3月22日"]]).Bytes());
        Assert.Equal(["衡山县 农村公路塌方未处置 2021-03-22"], Told(draft));
    }

    [Fact]
    public void Signatures_notes_and_sections_are_no_matters_and_raise_no_problem()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账",
        [
            Head,
            ["一", "消防类"],
            [1, "衡东县", "甲", "4月1日"],
            ["二", "交通类"],
            [1, "衡山县", "乙", "4月2日"],
            [null, null, "（以下空白）"],
            ["备注", null, "以上均为3月排查"],
            ["整改要求：", "各单位要高度重视，于4月30日前报结果。"],
            ["分管领导签字：", null, "年  月  日"],
        ]).Bytes());
        Assert.Equal(["衡东县 甲 2021-04-01", "衡山县 乙 2021-04-02"], Told(draft));
        Assert.DoesNotContain(draft.Problems, p => p.Severity != Severity.Note);
    }

    [Fact]
    public void One_number_given_twice_is_told_in_a_short_list_too()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [Head, [1, "衡东县", "甲", "4月1日"], [2, "衡东县", "乙", "4月1日"], [2, "衡山县", "丙", "4月1日"]]).Bytes());
        Assert.Contains(draft.Problems, p => p is { Code: "import.number_twice", Cell: "A4" });
    }

    [Fact]
    public void A_houses_grade_is_no_hazards_level_and_a_fire_hazards_is()
    {
        Assert.Null(Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, "鉴定等级"], [1, "衡东县", "甲", "4月1日", "D级"]]).Bytes()).Rows[0].Level);
        Assert.Equal(NamedLevel.Major, Hengyang.Read(new Xlsx().Sheet("台账", [[.. Head, "隐患等级"], [1, "衡东县", "甲", "4月1日", "重大火灾隐患"]]).Bytes()).Rows[0].Level);
    }

    private static IEnumerable<string> Told(LedgerDraft draft) => draft.Ready.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd}");
}
