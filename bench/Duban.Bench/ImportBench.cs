using System.Diagnostics;
using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Web.Documents.Import;
using ExcelDataReader;
using MiniExcelLibs;

namespace Duban.Bench;

/// <summary>Reading and judging a ledger of 100,000 rows × 20 columns, beside ExcelDataReader walking the same file and judging nothing.</summary>
internal static class ImportBench
{
    private const int Rows = 100_000;

    /// <summary>The best of three rounds each, taken in turns.</summary>
    public static Figure Run()
    {
        var file = new WorkbookSource("bench.xlsx", Ledger());
        var options = new ImportOptions(Units(), new DateOnly(2021, 3, 15)) { Area = new(111.4m, 26.0m, 113.4m, 27.6m) };
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var (library, ours) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 3; round++)
        {
            library = Math.Min(library, Time(() => Walk(file)));
            ours = Math.Min(ours, Time(() => Judge(file, options)));
        }
        return new($"import of {Rows:N0} rows of 20 columns: read, understood and judged", $"{Rows / library:N0} rows/s: ExcelDataReader walking the same file", $"{Rows / ours:N0} rows/s",
            $"{library / ours:0.00}", "≥ 0.5", library >= 0.5 * ours);
    }

    private static double Time(Action work)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }

    private static void Walk(WorkbookSource file)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file.Content.ToArray(), false));
        var cells = 0;
        while (reader.Read())
            for (var i = 0; i < reader.FieldCount; i++)
                if (reader.GetValue(i) is not null) cells++;
        if (cells < Rows * 15) throw new InvalidOperationException("the file is not what it should be");
    }

    private static void Judge(WorkbookSource file, ImportOptions options)
    {
        var draft = LedgerReader.Read(file, options);
        if (draft.Ready.Count() != Rows) throw new InvalidOperationException($"{draft.Ready.Count()} rows, {draft.Problems.FirstOrDefault()}");
    }

    private static byte[] Ledger()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(Enumerable.Range(0, Rows).Select(Row), sheetName: "台账");
        return stream.ToArray();
    }

    private static Dictionary<string, object?> Row(int i)
    {
        string[] units = ["珠晖区", "衡东县", "衡阳\n高新区", "衡东县人民政府", "430405"], words = ["立行立改", "3月底前", "2021.3.15", "2021年4月20日", "4月10日前"];
        return new()
        {
            ["序号"] = i + 1,
            ["交办对象"] = units[i % units.Length],
            ["行业领域"] = i % 3 == 0 ? "消防安全" : "非煤矿山",
            ["隐患单位（点位）"] = $"大浦镇第{i}号点",
            ["问题隐患描述"] = $"第{i}处护栏缺失，未设警示标志",
            ["隐患等级"] = i % 17 == 0 ? "重大" : "一般",
            ["经纬度"] = $"{112.1 + i % 900 / 1000.0:0.000000},{26.5 + i % 800 / 1000.0:0.000000}",
            ["责任单位"] = "应急管理局",
            ["责任人"] = "分管负责人",
            ["整改措施"] = "责令限期整改",
            ["整改时限"] = i % 2 == 0 ? new DateTime(2021, 3, 1).AddDays(i % 60) : words[i % words.Length],
            ["整改进展"] = "正在整改",
            ["完成时间"] = i % 4 == 0 ? "3月20日" : null,
            ["验收单位"] = null,
            ["验收结果"] = null,
            ["销号时间"] = null,
            ["联系电话"] = "0734-0000000",
            ["来源"] = "市领导现场督导",
            ["投入资金"] = i % 100,
            ["备注"] = null,
        };
    }

    private static UnitDirectory Units() => new(
    [
        new(new("430400"), new("430400/"), "衡阳市", UnitKind.City),
        new(new("430405"), new("430400/430405/"), "珠晖区", UnitKind.County),
        new(new("430424"), new("430400/430424/"), "衡东县", UnitKind.County),
        new(new("430476"), new("430400/430476/"), "高新区", UnitKind.Park),
    ]);
}
