using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Workbooks as other programs put them together: parts under other names, other ways to write the same, formulas without values.</summary>
public sealed class PackageFormTests
{
    private static readonly string[] Texts = ["责任单位", "问题描述", "整改时限", "衡东县", "护栏缺失", "2021-4-1"];

    private static readonly byte[] Shared = new Xlsx()
        .SheetXml("台账", $"<sheetData>{string.Concat(Enumerable.Range(0, 2).Select(r => $"<row r=\"{r + 1}\">{string.Concat(Enumerable.Range(0, 3).Select(c => $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"s\"><v>{r * 3 + c}</v></c>"))}</row>"))}</sheetData>")
        .Part("xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{string.Concat(Texts.Select(t => $"<si><t>{t}</t></si>"))}</sst>""").Bytes();

    [Theory]
    [InlineData("xl/sharedStrings.xml", "xl/texts/list1.xml", "Target=\"styles.xml\"/>", "Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"texts/list1.xml\"/>")]
    [InlineData("xl/worksheets/sheet1.xml", "xl/tabs/表 一.xml", "worksheets/sheet1.xml", "./tabs/%E8%A1%A8%20%E4%B8%80.xml")]
    [InlineData("xl/worksheets/sheet1.xml", "data/a.xml", "worksheets/sheet1.xml", "/data/a.xml")]
    [InlineData("xl/worksheets/sheet1.xml", "data/a.xml", "worksheets/sheet1.xml", "../data/a.xml")]
    [InlineData("xl/worksheets/sheet1.xml", "xl/worksheets/Sheet1.XML", "worksheets/sheet1.xml", "Worksheets/SHEET1.xml")]
    [InlineData("xl/workbook.xml", "xl/book.xml", "Target=\"xl/workbook.xml\"", "Target=\"/xl/book.xml\"")]
    public void Parts_are_found_where_relationships_lead(string from, string to, string target, string elsewhere) =>
        Assert.Equal(["衡东县 护栏缺失 2021-04-01"], Read(Xlsx.Rewritten(Shared, path => path == from ? to : from == "xl/workbook.xml" && path == "xl/_rels/workbook.xml.rels" ? "xl/_rels/book.xml.rels" : path,
            (path, text) => path.EndsWith(".rels", StringComparison.Ordinal) ? text.Replace(target, elsewhere, StringComparison.Ordinal) : text)));

    [Fact]
    public void A_sheet_whose_part_is_missing_is_a_damaged_file_not_an_empty_one() =>
        Assert.Equal("file.corrupt", Hengyang.Read(Xlsx.Rewritten(Shared, path => path == "xl/worksheets/sheet1.xml" ? "xl/worksheets/gone.xml" : path)).Failure?.Code);

    [Fact]
    public void Names_with_prefixes_texts_in_runs_and_reading_aids_are_read() =>
        Assert.Equal(["衡东县 护栏缺失 2021-04-01"], Read(Xlsx.Rewritten(Shared, path => path, (path, text) => path switch
        {
            "xl/worksheets/sheet1.xml" => System.Text.RegularExpressions.Regex.Replace(text, "<(/?)(worksheet|sheetData|row|c|v)\\b", "<$1x:$2").Replace("xmlns=", "xmlns:x=", StringComparison.Ordinal),
            "xl/sharedStrings.xml" => text.Replace("<t>护栏缺失</t>", "<r><t>护栏</t></r><rPh sb=\"0\" eb=\"1\"><t>hulan</t></rPh><r><rPr><b/></rPr><t>缺失</t></r>", StringComparison.Ordinal),
            _ => text,
        })));

    [Fact]
    public void Rows_and_cells_without_addresses_follow_each_other() =>
        Assert.Equal(["衡东县 护栏缺失 2021-04-01"], Read(Xlsx.Rewritten(Shared, path => path, (path, text) => path == "xl/worksheets/sheet1.xml" ? System.Text.RegularExpressions.Regex.Replace(text, " r=\"[A-Z0-9]+\"", "") : text)));

    [Fact]
    public void Days_count_from_1904_by_either_word_and_hidden_columns_need_no_width()
    {
        var file = new Xlsx().Epoch1904().SheetXml("台账", $"<cols><col min=\"1\" max=\"3\" hidden=\"1\"/></cols><sheetData><row r=\"1\">{Text("A1", "责任单位")}{Text("B1", "问题描述")}{Text("C1", "整改时限")}</row><row r=\"2\">{Text("A2", "衡东县")}{Text("B2", "护栏缺失")}<c r=\"C2\" s=\"1\"><v>4.2825E4</v></c></row></sheetData>").Bytes();
        Assert.Equal(["衡东县 护栏缺失 2021-04-01"], Read(Xlsx.Rewritten(file, path => path, (_, text) => text.Replace("date1904=\"1\"", "date1904=\"true\"", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("\"2021-\"&amp;\"4-1\"")]
    [InlineData("DATE(2021,4,1)")]
    [InlineData("$F$2")]
    [InlineData("F2+1-1")]
    [InlineData("CONCATENATE(\"2021年4月\",1,\"日\")")]
    public void A_formula_nobody_calculated_is_worked_out_where_that_is_certain(string formula)
    {
        var draft = Uncalculated(formula);
        Assert.Equal(new DateOnly(2021, 4, 1), draft.Rows[0].Deadline.Value);
        Assert.Contains(draft.Problems, p => p is { Code: "sheet.formulas_worked_out", Severity: Severity.Note });
    }

    [Theory]
    [InlineData("VLOOKUP(A1,X:Y,2,0)")]
    [InlineData("表2!A1")]
    [InlineData("D2")]
    [InlineData("DATE(2021,2,30)")]
    [InlineData("\"于\"&amp;F2")]
    [InlineData("G2")]
    public void A_formula_that_is_not_certain_is_told_by_its_cell(string formula)
    {
        var draft = Uncalculated(formula);
        Assert.False(draft.Rows[0].Deadline.Known);
        Assert.Contains(draft.Problems, p => p is { Code: "import.formula_without_value", Cell: "D2" });
    }

    private static LedgerDraft Uncalculated(string formula) => Hengyang.Read(new Xlsx().Sheet("台账",
        [["序号", "责任单位", "问题描述", "整改时限", "备注", "交办日期"], [1, "衡东县", "甲", new Xlsx.Raw($"<c r=\"@\"><f>{formula}</f></c>"), null, new DateOnly(2021, 4, 1)]]).Bytes());

    private static IEnumerable<string> Read(byte[] file) =>
        Hengyang.Read(file).Rows.Select(r => $"{r.Unit?.Name} {r[LedgerField.Description]} {r.Deadline.Value:yyyy-MM-dd}");

    private static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
