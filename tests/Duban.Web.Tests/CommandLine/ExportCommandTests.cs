using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Duban.Web.CommandLine;
using Duban.Web.Tests.Cases.Pages;
using Duban.Web.Tests.Documents;

namespace Duban.Web.Tests.CommandLine;

public sealed class ExportCommandTests
{
    [Fact]
    public async Task A_text_that_begins_like_a_formula_is_text_in_every_column()
    {
        await using var walk = await Walk.Begin(title: "=HYPERLINK(\"http://evil.example\")");
        await walk.Do("city-clerk", "correct", ("description", " +1-2"), ("sector", "@SUM(A1)"), ("why", "更正"));
        var folder = Directory.CreateTempSubdirectory("duban-").FullName;
        try
        {
            var file = Path.Combine(folder, "ledger.csv");
            var terminal = Terminal.For(new StringReader(""), TextWriter.Null, TextWriter.Null,
                name => name switch { "DUBAN_DATA" => folder, "DUBAN_DATABASE" => walk.Town.Database, _ => null });
            Assert.Equal(Exit.Done, await Root.Run(["export", file, "--campaign", "JL"], terminal));
            var row = Duban.Web.Documents.Csv.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[1].Cells;
            Assert.Contains("'=HYPERLINK(\"http://evil.example\")", row);
            Assert.DoesNotContain(row, cell => cell.TrimStart() is ['=' or '+' or '-' or '@', ..]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task A_ledger_that_went_out_makes_nothing_new_when_it_comes_back(string kind)
    {
        await using var town = await Town.Start(On.Sqlite);
        var folder = Directory.CreateTempSubdirectory("duban-").FullName;
        try
        {
            var (list, file) = (Path.Combine(folder, "list.xlsx"), Path.Combine(folder, "ledger." + kind));
            await File.WriteAllBytesAsync(list, new Xlsx().Sheet("台账",
            [
                ["序号", "责任单位", "问题描述", "整改时限", "隐患点位"],
                [1, "衡东县", "=1+1", "2021年4月1日", "甲处"],
                [2, "衡山县", "路灯损坏\n第二行", "立行立改", null],
                [3, "衡南县", "  -2，护栏缺失 🏭", "汛期前", "丙处"],
            ]).Bytes(), TestContext.Current.CancellationToken);
            Assert.Equal((3, 0), await Import(list));
            using var none = new StringWriter();
            Assert.Equal(Exit.Done, await Root.Run(["export", file, "--campaign", "ZZ"], At(none)));
            if (kind == "xlsx") Assert.Empty(Flaws(file));
            Assert.Equal((0, 3), await Import(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Terminal At(TextWriter output) => Terminal.For(new StringReader(""), output, TextWriter.Null, name => name switch { "DUBAN_DATA" => folder, "DUBAN_DATABASE" => town.Database, _ => null });

        async Task<(int, int)> Import(string path)
        {
            using var output = new StringWriter();
            await Root.Run(["import", path, "--campaign", "ZZ", "--json"], At(output));
            using var report = JsonDocument.Parse(output.ToString());
            return (report.RootElement.GetProperty("created").GetInt32(), report.RootElement.GetProperty("duplicates").GetInt32());
        }
    }

    private static List<string> Flaws(string file)
    {
        using var document = SpreadsheetDocument.Open(file, false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}")];
    }
}
