using System.Text;
using Duban.Domain.People;
using Duban.Web.Demo;
using Duban.Web.Documents;
using Duban.Web.People;

namespace Duban.Web.Tests.People;

public sealed class UnitFileTests
{
    private const string Header = "code,parent,name,full_name,kind,aliases,active\n";
    private const string Root = "430400,,衡阳市,,City,,\n";

    [Fact]
    public void The_demo_citys_units_are_in_order()
    {
        var tree = new UnitTree(DemoPeople.Units());
        Assert.Equal(12, tree.All.Count(u => u.Kind == UnitKind.County));
        Assert.Equal(190, tree.All.Count(u => u.Kind == UnitKind.Township));
        Assert.Equal("衡州监狱", Assert.Single(tree.All, u => u.Kind == UnitKind.Institution).Name);
        Assert.Equal("430424108220", Assert.Single(tree.Named("香花村")).Id.Value);
        Assert.Equal("430400/430424/430424108/430424108220/", tree.Find(new("430424108220"))!.Path.Value);
    }

    [Theory, InlineData("衡阳\n高新区", "430476"), InlineData(" 松木经开区 ", "430473"), InlineData("衡阳市珠晖区", "430405"), InlineData("市文化旅游广电体育局", "430400-wlgt")]
    public void A_unit_is_found_by_the_name_a_clerk_writes(string written, string code) =>
        Assert.Equal(code, new UnitTree(DemoPeople.Units()).Named(written)[0].Id.Value);

    [Fact]
    public void A_countys_own_word_for_its_department_is_understood_within_the_county()
    {
        var tree = new UnitTree(DemoPeople.Units());
        Assert.Equal("430424-nyj", Assert.Single(tree.Named("县农业农村部门", new UnitPath("430400/430424/"))).Id.Value);
    }

    [Theory]
    [InlineData("4304/24,430400,甲县,,County,,\n", "units.bad_code")]
    [InlineData("430424,43 04,甲县,,County,,\n", "units.bad_parent")]
    [InlineData("430424,430400,,,County,,\n", "units.no_name")]
    [InlineData("430424,430400,\"甲\n县\",,County,,\n", "units.bad_name")]
    [InlineData("430424,430400,甲县,,Canton,,\n", "units.bad_kind")]
    [InlineData("430424,430400,甲县,,3,,\n", "units.bad_kind")]
    [InlineData("430424,430400,甲县,,County,,maybe\n", "units.bad_active")]
    [InlineData("430424,430400,甲县,,County,,,,,\n", "units.too_many_cells")]
    [InlineData("430424,430400,甲县,,County,,\n430424,430400,乙县,,County,,\n", "units.code_twice")]
    [InlineData("430424,430499,甲县,,County,,\n", "units.parent_unknown")]
    [InlineData("430424,430425,甲县,,County,,\n430425,430424,乙县,,County,,\n", "units.not_under_city")]
    [InlineData("430424,,甲县,,County,,\n", "units.root_is_the_city")]
    [InlineData("430424108,430400,某镇,,Township,,\n", "units.kind_not_here")]
    [InlineData("430424,430400,甲县,,County,,\n430425,430400,甲县,,County,,\n", "units.name_twice")]
    public void A_bad_line_is_named(string lines, string code)
    {
        var ruling = Read(Header + Root + lines);
        Assert.Contains(ruling.Reasons, r => r.Code == code);
        Assert.Empty(ruling.Facts);
    }

    [Fact]
    public void All_bad_lines_are_named_at_once()
    {
        var ruling = Read(Header + Root + "430424,430400,,,Canton,,\n43 0425,430400,乙县,,County,,maybe\n");
        Assert.Equal(["units.no_name", "units.bad_kind", "units.bad_code", "units.bad_active"], ruling.Reasons.Select(r => r.Code));
        Assert.Equal([3, 3, 4, 4], ruling.Reasons.Select(r => r.Args[0]));
    }

    [Theory, InlineData("", "units.empty"), InlineData("code,name\n430400,衡阳市\n", "units.columns_missing"), InlineData("code,parent,name,kind\n", "units.empty")]
    public void A_file_without_its_columns_or_lines_is_refused(string text, string code) => Assert.Equal(code, Assert.Single(Read(text).Reasons).Code);

    [Fact]
    public void A_file_in_chinese_saved_by_a_chinese_excel_is_read()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("代码,上级代码,名称,类别,别名,启用\r\n430424,430400,甲县,县市区,甲|小甲,否\r\n430400,,衡阳市,市,,是\r\n");
        var units = UnitFile.Read(Csv.Read(bytes), DemoPeople.City, new UnitTree([])).Facts;
        Assert.Equal(["430400", "430424"], units.Select(u => u.Id.Value));
        Assert.Equal((false, 2), (units[1].Active, units[1].Aliases.Count));
    }

    [Fact]
    public void A_unit_keeps_its_place_for_history_stands_under_it()
    {
        var present = new UnitTree(DemoPeople.Units());
        var ruling = UnitFile.Read(Csv.Read("code,parent,name,kind\n430424108,430423,杨桥镇,Township\n"), DemoPeople.City, present);
        Assert.Equal("units.moved", Assert.Single(ruling.Reasons).Code);
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task Loading_again_changes_nothing_and_a_renewed_unit_is_seen_at_once(On on)
    {
        await using var town = await Town.Start(on);
        var register = town.The<UnitRegister>();
        var before = await register.Tree();
        await register.Save(DemoPeople.Units(), "test");
        Assert.Equal(before.All.Count, (await register.Tree()).All.Count);
        await register.Save([before.Find(new("430400-kxc"))! with { Name = "科学城", Active = false }], "test");
        Assert.False((await register.Tree()).Named("科学城")[0].Active);
    }

    private static Domain.Ruling<Unit> Read(string text) => UnitFile.Read(Csv.Read(text), DemoPeople.City, new UnitTree([]));
}
