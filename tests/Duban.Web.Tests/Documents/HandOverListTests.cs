using System.Text.Json;
using Duban.Domain.Documents;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>The hand-over list of 114 hazards for 16 units, with a clerk's eight slips.</summary>
public sealed class HandOverListTests
{
    private static readonly LedgerDraft Draft = Hengyang.Read(Hengyang.Demo("hazard-ledger-114.xlsx"), "hazard-ledger-114.xlsx");

    [Fact]
    public void The_list_of_114_becomes_114_cases()
    {
        Assert.Null(Draft.Failure);
        Assert.Equal(114, Draft.Rows.Count);
        Assert.All(Draft.Rows, r => Assert.True(r.Ready));
        Assert.Equal(103, Draft.DeadlinesUnderstood);
        Assert.Equal(10, Draft.Rows.Count(r => r.Deadline is { Outcome: Outcome.ByWord, Code: "date.at_once" }));
    }

    [Fact]
    public void Each_unit_has_its_rows() => Assert.Equal(
        "珠晖区 8 雁峰区 7 石鼓区 7 蒸湘区 7 南岳区 6 衡阳县 9 衡南县 9 衡山县 7 衡东县 9 祁东县 8 耒阳市 10 常宁市 9 高新区 5 松木经开区 6 市文旅广体局 4 省高速公路衡阳管理处 3",
        string.Join(' ', Draft.PerUnit.Select(u => $"{u.Key} {u.Value}")));

    [Theory]
    [InlineData("A62", "import.number_twice")]
    [InlineData("K37", "import.date_impossible")]
    [InlineData("E50", "import.ditto")]
    [InlineData("G75", "import.coordinate_swapped")]
    [InlineData("G100", "import.coordinate_outside")]
    [InlineData("O18", "import.verdict_without_work")]
    [InlineData("F92", "import.level_padded")]
    [InlineData("E106", "import.duplicate")]
    public void Every_slip_is_told_by_its_cell(string cell, string code) =>
        Assert.Contains(Draft.Problems, p => p.Sheet == "交办清单" && p.Cell == cell && p.Code == code);

    [Fact]
    public void Nothing_else_is_called_a_slip() => Assert.Equal(8, Draft.Problems.Count(p => p.Severity != Severity.Note));

    [Fact]
    public void Title_total_note_and_summary_are_left_out_and_said_so()
    {
        var sheet = Draft.Sheets[0];
        Assert.Equal((3, 4, 5, 118), (sheet.Header!.FirstRow, sheet.Header.LastRow, sheet.FirstRow, sheet.LastRow));
        Assert.Equal(new DateOnly(2021, 3, 2), sheet.Reference);
        Assert.Equal("import.sheet_no_ledger", Draft.Sheets[1].LeftOut);
        Assert.Contains(Draft.Problems, p => p is { Code: "import.row_total", Severity: Severity.Note });
        Assert.Contains(Draft.Problems, p => p is { Code: "import.row_note", Severity: Severity.Note });
    }

    [Fact]
    public void Every_column_has_its_meaning() => Assert.Equal(
        "Serial Unit Sector Site Description Level Coordinate Handler Person Measures Deadline Progress CompletedOn Verifier Verdict StruckOffOn Remarks",
        string.Join(' ', Draft.Sheets[0].Header!.Mapping.Columns.Select(c => c.Field)));

    [Fact]
    public void Same_as_above_takes_the_row_above()
    {
        Assert.Equal("瓶装液化气实瓶超量存放", Draft.Rows.Single(r => r.Row == 50)[LedgerField.Description]);
        Assert.Equal(112.593915m, Draft.Rows.Single(r => r.Row == 75).Point!.Value.Longitude);
        Assert.Null(Draft.Rows.Single(r => r.Row == 100).Point);
    }

    [Fact]
    public void Every_row_agrees_with_what_its_maker_wrote_down()
    {
        using var expected = JsonDocument.Parse(Hengyang.Shared("hengyang-hazards/hazard-ledger-114.expected.json"));
        foreach (var (hazard, row) in expected.RootElement.GetProperty("hazards").EnumerateArray().Zip(Draft.Rows))
        {
            Assert.Equal(hazard.GetProperty("row").GetInt32(), row.Row);
            Assert.Equal(hazard.GetProperty("unit").GetString(), row.Unit!.Name);
            Assert.Equal(hazard.GetProperty("field").GetString(), row[LedgerField.Sector]);
            Assert.Equal(hazard.GetProperty("site").GetString(), row[LedgerField.Site]);
            Assert.Equal(hazard.GetProperty("level").GetString() == "重大" ? NamedLevel.Major : NamedLevel.General, row.Level);
            Assert.Equal(hazard.GetProperty("deadline").GetString(), row.Deadline.Known ? $"{row.Deadline.Value:yyyy-MM-dd}" : null);
            Assert.Equal(hazard.GetProperty("coord").GetString() is null || row.Row == 100, row.Point is null);
            Assert.Equal(hazard.GetProperty("status").GetString() != "open", row.Progress == NamedProgress.Done);
        }
    }

    [Fact]
    public void The_same_file_read_again_gives_the_same_fingerprints()
    {
        var again = Hengyang.Read(Hengyang.Demo("hazard-ledger-114.xlsx"));
        Assert.Equal(Draft.Rows.Select(r => r.Fingerprint), again.Rows.Select(r => r.Fingerprint));
        Assert.Equal(114, Draft.Rows.Select(r => r.Fingerprint).Distinct().Count());
    }
}
