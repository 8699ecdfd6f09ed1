using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Web.Documents.Import;
using Duban.Web.Tests.House;

namespace Duban.Web.Tests.Documents;

/// <summary>The city the lists speak of, as far as they need it.</summary>
internal static class Hengyang
{
    internal static readonly UnitDirectory Units = new(Tree());

    internal static readonly ImportOptions Options = new(Units, new DateOnly(2021, 3, 15)) { Area = new(111.4m, 26.0m, 113.4m, 27.6m) };

    internal static LedgerDraft Read(byte[] content, string name = "台账.xlsx", ImportOptions? options = null) =>
        LedgerReader.Read(new(name, content), options ?? Options, TestContext.Current.CancellationToken);

    internal static byte[] Demo(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "src/Duban.Web/Demo", name));

    /// <summary>A file of the shared folder beside the repository; the test says so and is skipped where there is none.</summary>
    internal static byte[] Shared(string path)
    {
        for (var at = new DirectoryInfo(Repository.Root); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared/data", path) is var file && File.Exists(file)) return File.ReadAllBytes(file);
        Assert.Skip($"no folder \"shared\" with data/{path} beside the project: third-party files are not part of it");
        return [];
    }

    private static IEnumerable<Unit> Tree()
    {
        yield return Of("430400", "", "衡阳市", UnitKind.City);
        foreach (var county in "430405珠晖区 430406雁峰区 430407石鼓区 430408蒸湘区 430412南岳区 430421衡阳县 430422衡南县 430423衡山县 430424衡东县 430426祁东县 430481耒阳市 430482常宁市".Split(' '))
            yield return Of(county[..6], "430400/", county[6..], UnitKind.County);
        yield return Of("430476", "430400/", "高新区", UnitKind.Park, "湖南衡阳高新技术产业园区");
        yield return Of("430473", "430400/", "松木经开区", UnitKind.Park, "湖南衡阳松木经济开发区");
        yield return Of("430400-wlgt", "430400/", "市文旅广体局", UnitKind.Bureau, "衡阳市文化旅游广电体育局");
        yield return Of("430400-gsgl", "430400/", "省高速公路衡阳管理处", UnitKind.Bureau);
        yield return Of("430424108", "430400/430424/", "杨桥镇", UnitKind.Township);
        yield return Of("430424105", "430400/430424/", "甘溪镇", UnitKind.Township);
    }

    private static Unit Of(string id, string above, string name, UnitKind kind, params string[] aliases) =>
        new(new UnitId(id), new UnitPath($"{above}{id}/"), name, kind) { Aliases = aliases };
}
