using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Duban.Web.CommandLine;
using Duban.Web.Documents;
using Duban.Web.Tests.Cases.Lists;
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
        using var shell = Shell.Of(walk.Town);
        var file = shell.Path("ledger.csv");
        Assert.Equal(Exit.Done, (await shell.Run("export", file, "--campaign", "JL")).Exit);
        var row = Csv.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))[1].Cells;
        Assert.Contains("'=HYPERLINK(\"http://evil.example\")", row);
        Assert.DoesNotContain(row, cell => cell.TrimStart() is ['=' or '+' or '-' or '@', ..]);
    }

    [Theory, InlineData("xlsx"), InlineData("csv")]
    public async Task A_ledger_that_went_out_makes_nothing_new_when_it_comes_back(string kind)
    {
        await using var town = await Town.Start();
        using var shell = Shell.Of(town);
        var list = shell.File("list.xlsx", new Xlsx().Sheet("台账",
        [
            ["序号", "责任单位", "问题描述", "整改时限", "隐患点位"],
            [1, "衡东县", "=1+1", "2021年4月1日", "甲处"],
            [2, "衡山县", "路灯损坏\n第二行", "立行立改", null],
            [3, "衡南县", "  -2，护栏缺失 🏭", "汛期前", "丙处"],
        ]).Bytes());
        Assert.Equal((3, 0), await Import(list));
        var file = shell.Path("ledger." + kind);
        Assert.Equal(Exit.Done, (await shell.Run("export", file, "--campaign", "ZZ")).Exit);
        if (kind == "xlsx") Assert.Empty(Flaws(file));
        Assert.Equal((0, 3), await Import(file));

        async Task<(int, int)> Import(string path)
        {
            using var report = JsonDocument.Parse((await shell.Run("import", path, "--campaign", "ZZ", "--json")).Out);
            return (report.RootElement.GetProperty("created").GetInt32(), report.RootElement.GetProperty("duplicates").GetInt32());
        }
    }

    [Fact]
    public async Task Every_case_of_the_campaign_stands_in_the_columns_officials_keep()
    {
        await using var filled = await Filled.Begin();
        var (a, b) = (await filled.Working("消防通道堵塞", "2021-03-31"), await filled.Registered("电线老化", "430423", Duban.Domain.Cases.Level.Major));
        using var shell = Shell.Of(filled.Town);
        var said = await shell.Run("export", shell.Path("ledger.csv"), "--campaign", "AQ");
        Assert.Equal((Exit.Done, ""), (said.Exit, said.Error));
        var rows = Csv.Read(await File.ReadAllBytesAsync(shell.Path("ledger.csv"), TestContext.Current.CancellationToken));
        Assert.Equal(["编号", "责任单位", "行业领域", "部位或场所", "隐患描述", "等级", "治理措施", "资金", "责任人", "时限", "应急措施", "环节", "轮次", "反弹"], rows[0].Cells);
        Assert.Equal([a.Value, "衡东县", "工贸", "消防通道堵塞", "现场检查发现消防通道堵塞", "一般", "", "", "", "2021-03-31", "", "整改中", "1", "0"], rows[1].Cells);
        Assert.Equal((b.Value, "衡山县", "重大"), (rows[2].Cells[0], rows[2].Cells[1], rows[2].Cells[5]));
    }

    [Fact]
    public async Task A_plan_takes_the_place_of_what_the_list_said()
    {
        await using var walk = await (await Walk.Begin()).Rectifying();
        using var shell = Shell.Of(walk.Town);
        await shell.Run("export", shell.Path("ledger.csv"), "--campaign", "JL");
        var row = Csv.Read(await File.ReadAllBytesAsync(shell.Path("ledger.csv"), TestContext.Current.CancellationToken))[1].Cells;
        Assert.Equal(("涌水收集导流；处理站扩建", "960 万元", "hengdong-leader", "2021-06-30", "应急中和预案"), (row[6], row[7], row[8], row[9], row[10]));
    }

    [Theory]
    [InlineData("ledger.pdf", "AQ", Exit.BadInput, ".xlsx or .csv"), InlineData("ledger", "AQ", Exit.BadInput, ".xlsx or .csv")]
    [InlineData("ledger.csv", "ZZ", Exit.BadInput, "no campaign ZZ"), InlineData("no/such/folder/ledger.csv", "AQ", Exit.Nothing, "cannot be used")]
    public async Task What_cannot_be_exported_leaves_no_file_behind(string file, string campaign, int exit, string said)
    {
        await using var filled = await Filled.Begin();
        await filled.Registered("电线老化");
        using var shell = Shell.Of(filled.Town);
        var refused = await shell.Run("export", shell.Path(file), "--campaign", campaign);
        Assert.Equal((exit, ""), (refused.Exit, refused.Out));
        Assert.Contains(said, refused.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(shell.Folder, "*.csv"));
    }

    [Fact]
    public async Task A_campaign_without_cases_is_exit_1_and_an_empty_table()
    {
        await using var filled = await Filled.Begin();
        using var shell = Shell.Of(filled.Town);
        Assert.Equal(Exit.Nothing, (await shell.Run("export", shell.Path("ledger.csv"), "--campaign", "AQ")).Exit);
        Assert.True(File.Exists(shell.Path("ledger.csv")));
    }

    private static List<string> Flaws(string file)
    {
        using var document = SpreadsheetDocument.Open(file, false);
        return
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"),
        ];
    }
}
