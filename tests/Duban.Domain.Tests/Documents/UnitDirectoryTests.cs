using Duban.Domain.Documents;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Documents;

public sealed class UnitDirectoryTests
{
    private static readonly UnitDirectory City = new(
    [
        Of("430400", "430400/", "衡阳市", UnitKind.City),
        Of("430405", "430400/430405/", "珠晖区", UnitKind.County),
        Of("430412", "430400/430412/", "南岳区", UnitKind.County),
        Of("430421", "430400/430421/", "衡阳县", UnitKind.County),
        Of("430424", "430400/430424/", "衡东县", UnitKind.County),
        Of("430423", "430400/430423/", "衡山县", UnitKind.County),
        Of("430482", "430400/430482/", "常宁市", UnitKind.County),
        Of("430476", "430400/430476/", "高新区", UnitKind.Park, "湖南衡阳高新技术产业园区"),
        Of("430473", "430400/430473/", "松木经开区", UnitKind.Park, "湖南衡阳松木经济开发区"),
        Of("430400-wlgt", "430400/430400-wlgt/", "市文旅广体局", UnitKind.Bureau, "衡阳市文化旅游广电体育局"),
        Of("430400-yjj", "430400/430400-yjj/", "市应急管理局", UnitKind.Bureau),
        Of("430400-gsgl", "430400/430400-gsgl/", "省高速公路衡阳管理处", UnitKind.Bureau),
        Of("430424108", "430400/430424/430424108/", "杨桥镇", UnitKind.Township),
        Of("430482108", "430400/430482/430482108/", "白沙镇", UnitKind.Township),
        Of("430481108", "430400/430423/430481108/", "白沙镇", UnitKind.Township),
        Of("430400-bsz", "430400/430400-bsz/", "白沙洲工业园区", UnitKind.Park, "白沙洲工业园"),
        Of("430405400", "430400/430405/430405400/", "白沙洲工业园", UnitKind.Township),
    ]);

    [Theory]
    [InlineData("衡东县", "430424")]
    [InlineData("衡东", "430424")]
    [InlineData("衡阳市衡东县", "430424")]
    [InlineData("衡东县人民政府", "430424")]
    [InlineData(" 衡 东 县 ", "430424")]
    [InlineData("湖南省衡阳市衡东县人民政府", "430424")]
    [InlineData("衡东县委县政府", "430424")]
    [InlineData("430424", "430424")]
    [InlineData("430424衡东县", "430424")]
    [InlineData("衡东县（430424）", "430424")]
    [InlineData("一、衡东县", "430424")]
    [InlineData("衡东县（9处）", "430424")]
    [InlineData("衡东县、衡山县", "430424")]
    [InlineData("衡东县安委会", "430424")]
    [InlineData("中共衡东县委员会", "430424")]
    [InlineData("（二）衡东县人民政府 共9项", "430424")]
    [InlineData("三、衡东县（九个）", "430424")]
    [InlineData("牵头：衡山县\n配合：市应急局", "430423")]
    [InlineData("配合单位：市应急局；牵头单位：衡山县", "430423")]
    [InlineData("衡东县（牵头）、衡山县（配合）", "430424")]
    [InlineData("衡阳县", "430421")]
    [InlineData("衡阳\n高新区", "430476")]
    [InlineData("衡阳高新区", "430476")]
    [InlineData("衡阳国家高新区", "430476")]
    [InlineData("高新区管委会", "430476")]
    [InlineData("湖南衡阳高新技术产业园区", "430476")]
    [InlineData("衡阳高新技术产业开发区", "430476")]
    [InlineData("松木经开区 ", "430473")]
    [InlineData("衡阳松木经济开发区", "430473")]
    [InlineData("松木经开区管委会", "430473")]
    [InlineData("市文旅广体局", "430400-wlgt")]
    [InlineData("衡阳市文旅广体局", "430400-wlgt")]
    [InlineData("衡阳市文化旅游广电体育局", "430400-wlgt")]
    [InlineData("文旅广体局", "430400-wlgt")]
    [InlineData("市应急局", "430400-yjj")]
    [InlineData("省高速公路衡阳管理处", "430400-gsgl")]
    [InlineData("湖南省高速公路衡阳管理处", "430400-gsgl")]
    [InlineData("珠晖区应急管理局", "430405")]
    [InlineData("衡东县应急管理局 分管负责人", "430424")]
    [InlineData("衡东县大浦镇", "430424")]
    [InlineData("常宁市", "430482")]
    [InlineData("常宁", "430482")]
    [InlineData("南岳", "430412")]
    [InlineData("杨桥镇", "430424108")]
    [InlineData("杨桥", "430424108")]
    [InlineData("衡东县杨桥", "430424108")]
    [InlineData("衡东县杨桥镇", "430424108")]
    [InlineData("常宁市白沙镇", "430482108")]
    [InlineData("由衡东县政府负责，市应急局配合", "430424")]
    [InlineData("①常宁市；②市应急局", "430482")]
    [InlineData("衡山县会同市应急局", "430423")]
    [InlineData("衡东县：常务副县长", "430424")]
    [InlineData("高速公路衡阳管理处", "430400-gsgl")]
    [InlineData("松木", "430473")]
    [InlineData("衡東縣", "430424")]
    [InlineData("湖南省/衡阳市/衡东县", "430424")]
    [InlineData("衡东县、市应急局按职责分工负责", "430424")]
    [InlineData("衡阳市-衡东县-杨桥镇", "430424")]
    [InlineData("衡阳市＞常宁市", "430482")]
    [InlineData("★衡东县", "430424")]
    [InlineData("【衡东县】", "430424")]
    [InlineData("05衡东县", "430424")]
    [InlineData("⑺衡东县", "430424")]
    [InlineData("Ⅷ.衡东县", "430424")]
    [InlineData("430424000000", "430424")]
    [InlineData("430424108000", "430424108")]
    [InlineData("衡东县分管副县长", "430424")]
    [InlineData("常宁市应急管理局局长", "430482")]
    [InlineData("常宁市市长", "430482")]
    [InlineData("属地：衡东县；行业：市应急局", "430424")]
    [InlineData("监管责任：市应急局 主体责任：衡东县", "430424")]
    [InlineData("白沙洲工业园区管委会", "430400-bsz")]
    public void A_unit_is_found_by_what_lists_call_it(string text, string id)
    {
        var found = City.Find(text);
        Assert.Equal((Outcome.Understood, id), (found.Outcome, found.Value?.Id.Value ?? found.Code));
    }

    [Theory]
    [InlineData("衡阳", "unit.ambiguous", "衡阳县、衡阳市")]
    [InlineData("白沙镇", "unit.ambiguous", "常宁市白沙镇、衡山县白沙镇")]
    [InlineData("珠辉区", "unit.unknown", "珠晖区")]
    [InlineData("白沙洲工业园", "unit.ambiguous", "白沙洲工业园区、珠晖区白沙洲工业园")]
    [InlineData("蘅东县", "unit.unknown", "衡东县")]
    [InlineData("火星基地", "unit.unknown", null)]
    [InlineData("各县市区、园区", "unit.everybody", null)]
    [InlineData("市直各单位", "unit.everybody", null)]
    [InlineData("市城管局", "unit.unknown", null)]
    [InlineData("牵头：火星基地；配合：衡东县", "unit.unknown", null)]
    public void What_is_no_unit_says_why_and_proposes(string text, string code, string? proposal)
    {
        var found = City.Find(text);
        Assert.Equal((Outcome.NotUnderstood, code, proposal), (found.Outcome, found.Code, found.Proposal));
    }

    [Fact]
    public void A_department_leads_to_its_county_and_says_so() =>
        Assert.Equal("unit.department_of", City.Find("珠晖区应急管理局").Code);

    [Fact]
    public void A_countys_bureau_is_known_under_the_countys_bare_name()
    {
        var city = new UnitDirectory(
        [
            Of("430400", "430400/", "衡阳市", UnitKind.City), Of("430424", "430400/430424/", "衡东县", UnitKind.County), Of("430421", "430400/430421/", "衡阳县", UnitKind.County),
            Of("430400-sthj", "430400/430400-sthj/", "市生态环境局", UnitKind.Bureau, "衡阳市生态环境局"),
            Of("430424-sthj", "430400/430424/430424-sthj/", "衡东县生态环境分局", UnitKind.Department, "衡阳市生态环境局衡东县分局"),
            Of("430421-sthj", "430400/430421/430421-sthj/", "衡阳县生态环境局", UnitKind.Department),
        ]);
        Assert.Equal(["430424-sthj", "430424-sthj", "430400-sthj"], new[] { "衡阳市生态环境局衡东分局", "市生态环境局衡东分局", "衡阳生态环境局" }.Select(t => city.Find(t).Value?.Id.Value));
    }

    private static Unit Of(string id, string path, string name, UnitKind kind, params string[] aliases) =>
        new(new UnitId(id), new UnitPath(path), name, kind) { Aliases = aliases };
}
