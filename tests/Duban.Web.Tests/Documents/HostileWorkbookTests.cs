using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Small workbooks made to cost much, or to have a row or a value lost without a word.</summary>
public sealed class HostileWorkbookTests
{
    private static readonly string[] Headings = ["序号", "责任单位", "问题描述", "整改时限"];

    [Theory]
    [InlineData("&amp;", "")]
    [InlineData(",", "CONCATENATE")]
    public void Texts_doubled_by_formulas_end_at_what_a_cell_may_hold(string between, string function)
    {
        var doubling = string.Join(between, Enumerable.Repeat("@", 100));
        var cells = Enumerable.Range(0, 4).Select(i => Formula(5 + i, 2, $"{function}({doubling.Replace("@", i == 0 ? "C2" : Address.Of(2, 4 + i), StringComparison.Ordinal)})"));
        var file = Book(Row(1, Headings) + $"<row r=\"2\">{Cells(2, "1", "衡东县", new string('甲', 1000), "3月底")}{string.Concat(cells)}</row>");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var draft = Hengyang.Read(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20 << 20);
        Assert.Single(draft.Ready);
    }

    [Fact]
    public void All_formulas_of_a_sheet_together_come_to_no_more_than_their_limit()
    {
        var rows = string.Concat(Enumerable.Range(2, 1000).Select(r => $"<row r=\"{r}\">{Cells(r, $"{r}", "衡东县")}{Formula(2, r, "$F$1&amp;\"之\"&amp;A" + r)}</row>"));
        var file = Book($"<row r=\"1\">{Cells(1, Headings)}{Text(5, 1, new string('甲', 9000))}</row>{rows}");
        var read = Hengyang.Read(file, options: Hengyang.Options with { Limits = ReadLimits.Usual with { FormulaCharacters = 1_000_000 } });
        Assert.InRange(read.Rows.Count(r => r[LedgerField.Description]?.Length > 9000), 100, 112);
        Assert.Contains(read.Problems, p => p.Code == "import.formula_without_value");
    }

    [Fact]
    public void Nobody_waits_for_a_sheet_that_is_asked_for_no_more()
    {
        using var gone = new CancellationTokenSource();
        var opened = WorkbookFile.Open(new("台账.xlsx", Book(Row(1, Headings) + Row(2, "1", "衡东县", "甲", "3月底"))), ct: gone.Token);
        using var sheets = opened.Workbook!.Sheets.GetEnumerator();
        Assert.True(sheets.MoveNext());
        using var rows = sheets.Current.Rows.GetEnumerator();
        Assert.True(rows.MoveNext());
        gone.Cancel();
        Assert.Throws<OperationCanceledException>(() => rows.MoveNext());
    }

    [Fact]
    public void A_format_of_brackets_that_never_close_costs_no_more_than_its_length()
    {
        var formats = $"<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"{new string('[', 3_000_000)}h\"/></numFmts><cellXfs>{string.Concat(Enumerable.Repeat("<xf numFmtId=\"200\"/>", 200))}</cellXfs></styleSheet>";
        Assert.Single(Hengyang.Read(Book(Row(1, Headings) + Row(2, "1", "衡东县", "甲", "3月底"), formats)).Ready);
    }

    [Theory]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "2021-04-01")]
    [InlineData("[$-804]yyyy/m/d;@", "2021-04-01")]
    [InlineData("0\"年m月\"", "44287")]
    [InlineData("0;yyyy", "44287")]
    [InlineData("\\y0_d*h", "44287")]
    [InlineData("[DBNum1]General", "44287")]
    [InlineData("[Red]0", "44287")]
    [InlineData("0%", "4428700%")]
    [InlineData("[HH]:mm", "44287.00:00:00")]
    [InlineData("\"[h]\"0", "44287")]
    public void A_format_says_what_its_number_is(string format, string shown)
    {
        var formats = $"<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf numFmtId=\"200\"/></cellXfs></styleSheet>";
        var rows = WorkbookFile.Open(new("台账.xlsx", Book("<row r=\"1\"><c r=\"A1\" s=\"0\"><v>44287</v></c></row>", formats))).Workbook!.Sheets.SelectMany(s => s.Rows).ToList();
        Assert.Equal(shown, Assert.Single(rows)[0].Text);
    }

    [Fact]
    public void A_text_in_a_hundred_thousand_pieces_is_put_together_once()
    {
        var pieces = string.Concat(Enumerable.Repeat("<![CDATA[甲]]>", 100_000));
        var file = Book(Row(1, Headings) + $"<row r=\"2\">{Cells(2, "1", "衡东县")}<c r=\"C2\" t=\"str\"><v>{pieces}</v></c>{Text(3, 2, "3月底")}</row>");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var draft = Hengyang.Read(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40 << 20);
        Assert.Contains(draft.Problems, p => p is { Code: "import.text_too_long", Cell: "C2" } && p.Args[0] is 100_000);
    }

    [Fact]
    public void Of_a_text_that_never_ends_as_much_is_kept_as_no_cell_can_hold()
    {
        var limits = ReadLimits.Usual with { TextCharacters = 150, CellCharacters = 100 };
        var file = Book(Row(1, Headings) + $"<row r=\"2\">{Cells(2, "1", "衡东县")}<c r=\"C2\" t=\"str\"><v>{string.Concat(Enumerable.Repeat("<![CDATA[甲]]>", 300))}</v></c></row>");
        Assert.Contains(Hengyang.Read(file, options: Hengyang.Options with { Limits = limits }).Problems, p => p is { Code: "import.text_too_long" } && p.Args[0] is 150);
    }

    [Theory, InlineData("<c r=\"C2\" t=\"str\"><v>@</v></c>"), InlineData("<c r=\"C2\" t=\"inlineStr\"><is><t>@</t></is></c>")]
    public void One_text_as_long_as_a_book_takes_no_more_memory_than_is_kept_of_it_and_is_told_by_its_cell(string cell)
    {
        var file = Book(Row(1, Headings) + $"<row r=\"2\">{Cells(2, "1", "衡东县")}{cell.Replace("@", new string('a', 8_000_000), StringComparison.Ordinal)}{Text(3, 2, "3月底")}</row>" + Row(3, "2", "衡东县", "乙", "3月底"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var draft = Hengyang.Read(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        Assert.Contains(draft.Problems, p => p is { Code: "import.text_too_long", Cell: "C2" } && p.Args[0] is 250_000);
        Assert.Equal("乙", Assert.Single(draft.Ready)[LedgerField.Description]);
    }

    [Fact]
    public void A_text_of_any_length_is_read_whole_whatever_stands_where_the_reader_pauses()
    {
        foreach (var piece in new[] { ("a", "a"), ("&amp;", "&"), ("\r\n", "\n"), ("𠮷", "𠮷"), ("甲&#x20BB7;", "甲𠮷") })
            foreach (var length in Enumerable.Range(2040, 20).Concat(Enumerable.Range(4080, 30)).Concat([12_000]))
            {
                var written = $"甲{string.Concat(Enumerable.Repeat(piece.Item1, length))}乙";
                var rows = WorkbookFile.Open(new("台账.xlsx", Book($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{written}</v></c></row>"))).Workbook!.Sheets.SelectMany(s => s.Rows).ToList();
                Assert.True(rows[0][0].Text == $"甲{string.Concat(Enumerable.Repeat(piece.Item2, length))}乙", $"{length} of {piece.Item1} became {rows[0][0].Text.Length} characters");
            }
    }

    [Theory, InlineData(""), InlineData("a")]
    public void A_text_is_cut_where_no_character_is_halved_and_its_file_is_read(string before)
    {
        var limits = ReadLimits.Usual with { TextCharacters = 5000, CellCharacters = 100 };
        var file = Book(Row(1, Headings) + $"<row r=\"2\">{Cells(2, "1", "衡东县")}<c r=\"C2\" t=\"str\"><v>{before}{string.Concat(Enumerable.Repeat("𠮷", 6000))}</v></c></row>" + Row(3, "2", "衡东县", "乙", "3月底"));
        var draft = Hengyang.Read(file, options: Hengyang.Options with { Limits = limits });
        Assert.InRange((int)Assert.Single(draft.Problems, p => p is { Code: "import.text_too_long", Cell: "C2" }).Args[0]!, 5000, 5001);
        Assert.Equal("乙", Assert.Single(draft.Ready)[LedgerField.Description]);
    }

    [Fact]
    public void Merges_beyond_the_limit_are_told()
    {
        var file = new Xlsx().Sheet("台账", [[.. Headings], [1, "衡东县", "甲", "3月底"], [2, null, "乙", "3月底"]], ["B2:B3", .. Enumerable.Repeat("A9:SR900000", 20)]).Bytes();
        var draft = Hengyang.Read(file, options: Hengyang.Options with { Limits = ReadLimits.Usual with { Merges = 10 } });
        Assert.Equal(2, draft.Ready.Count());
        Assert.Contains(draft.Problems, p => p is { Code: "sheet.merges_cut", Severity: Severity.Warning } && p.Args[0] is 10);
        Assert.DoesNotContain(Hengyang.Read(file).Problems, p => p.Code == "sheet.merges_cut");
    }

    [Fact]
    public void Merges_that_lie_over_each_other_cost_no_more_than_one()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Headings], .. Enumerable.Range(1, 500).Select(n => new object?[] { n, "衡东县", $"第{n}处", "3月底" })],
            [.. Enumerable.Repeat("E1:SR900000", 90_000), "B2:B3"]).Bytes());
        Assert.Equal(500, draft.Ready.Count());
        Assert.DoesNotContain(draft.Problems, p => p.Code == "sheet.merges_over");
    }

    [Fact]
    public void A_merge_that_lies_partly_over_another_is_told_by_sheet_and_range()
    {
        var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Headings], [1, "衡东县", "甲", "3月底"], [2, null, "乙", "3月底"], [3, "衡南县", "丙", "3月底"]],
            ["B2:B3", "B3:B4", "B3:C4", "B2:B3"]).Bytes());
        Assert.Equal(3, draft.Ready.Count());
        var told = Assert.Single(draft.Problems, p => p.Code == "sheet.merges_over");
        Assert.Equal(("台账", "B3:B4", "B3:B4、B3:C4", Severity.Warning, 2), (told.Sheet, told.Cell, told.Original, told.Severity, told.Args[0]));
    }

    [Theory]
    [InlineData("A0:B0"), InlineData("A0:B2")]
    public void A_merge_that_is_no_range_is_told_also_alone(string range)
    {
        foreach (var others in new string[][] { [], ["B2:B3"] })
        {
            var draft = Hengyang.Read(new Xlsx().Sheet("台账", [[.. Headings], [1, "衡东县", "甲", "3月底"], [2, "衡东县", "乙", "3月底"]], [range, .. others]).Bytes());
            Assert.Equal(2, draft.Ready.Count());
            var told = Assert.Single(draft.Problems, p => p.Code.StartsWith("sheet.merges", StringComparison.Ordinal));
            Assert.Equal(("sheet.merges_none", "台账", range, Severity.Warning, range, 1), (told.Code, told.Sheet, told.Cell, told.Severity, told.Args[0], told.Args[1]));
        }
    }

    [Fact]
    public void Tabs_that_lead_to_one_part_are_read_once_and_told()
    {
        var file = Xlsx.Rewritten(Book(Row(1, Headings) + Row(2, "1", "衡东县", "甲", "3月底")), path => path,
            (_, text) => text.Replace("</sheets>", string.Concat(Enumerable.Range(2, 2000).Select(n => $"<sheet name=\"{n}\" sheetId=\"{n}\" r:id=\"s1\"/>")) + "</sheets>", StringComparison.Ordinal));
        var draft = Hengyang.Read(file);
        Assert.Equal((1, 1), (draft.Sheets.Count, draft.Rows.Count));
        Assert.Contains(draft.Problems, p => p is { Code: "file.tabs_twice" } && p.Args[0] is 2000);
        var few = Hengyang.Options with { Limits = ReadLimits.Usual with { Parts = 100 } };
        Assert.Equal("file.zip_bomb", Hengyang.Read(file, options: few).Failure?.Code);
    }

    [Theory]
    [InlineData("DATE(9999,12,31)+1")]
    [InlineData("DATE(1900,1,1)-1")]
    [InlineData("DATE(21,3,1)")]
    [InlineData("DATE(9999,12,31)+39999")]
    public void A_day_no_calendar_has_is_told_of_its_cell_alone(string formula)
    {
        var draft = Hengyang.Read(Book(Row(1, Headings) + $"<row r=\"2\">{Cells(2, "1", "衡东县", "甲")}{Formula(3, 2, formula)}</row>" + Row(3, "2", "衡东县", "乙", "3月底")));
        Assert.Null(draft.Failure);
        Assert.Equal(2, draft.Rows.Count);
        Assert.Contains(draft.Problems, p => p is { Code: "import.formula_without_value", Cell: "D2" });
    }

    [Theory]
    [InlineData("2147483647", null, null)]
    [InlineData("1048577", null, null)]
    [InlineData("-5", "0", "2")]
    [InlineData("5", "3", "4")]
    [InlineData("3", "3", "3")]
    public void Rows_whose_numbers_go_back_or_cannot_be_are_kept_in_their_order_and_told(string third, string? fourth, string? fifth)
    {
        static string Numbered(string? number, string text) => $"<row{(number is null ? "" : $" r=\"{number}\"")}>{Cells(9, "1", "衡东县", text, "3月底")}</row>";
        var draft = Hengyang.Read(Book(Row(1, Headings) + Row(2, "1", "衡东县", "甲", "3月底") + Numbered(third, "乙") + Numbered(fourth, "丙") + Numbered(fifth, "丁")));
        Assert.Equal(["甲", "乙", "丙", "丁"], draft.Rows.Select(r => r[LedgerField.Description]));
        Assert.Equal(draft.Rows.Select(r => r.Row).Distinct().Order(), draft.Rows.Select(r => r.Row));
        Assert.Contains(draft.Problems, p => p is { Code: "sheet.rows_renumbered", Severity: Severity.Warning });
    }

    [Fact]
    public void A_formula_is_not_worked_out_where_the_rows_it_names_stand_under_other_numbers()
    {
        var draft = Hengyang.Read(Book(Row(1, Headings) + Row(4, "1", "衡东县", "甲", "3月底") + Row(3, "2", "衡东县", "乙", "3月底")
            + $"<row r=\"6\">{Cells(6, "3", "衡东县")}{Formula(2, 6, "C4&amp;\"旁\"")}{Text(3, 6, "3月底")}</row>"));
        Assert.Contains(draft.Problems, p => p.Code == "import.formula_without_value");
    }

    [Theory]
    [InlineData("\"整改率\"&amp;G2", null)]
    [InlineData("G2", null)]
    [InlineData("\"整改率\"&amp;H2", "整改率0.05")]
    [InlineData("\"整改率\"&amp;I2", null)]
    [InlineData("\"约\"&amp;H2+0.123456789012&amp;\"米\"", "约0.173456789012米")]
    public void A_value_is_joined_as_it_is_never_as_its_format_shows_it(string formula, string? text)
    {
        var draft = Hengyang.Read(Book(Row(1, Headings) + $"<row r=\"2\">{Cells(2, "1", "衡东县")}{Formula(2, 2, formula)}{Text(3, 2, "3月底")}<c r=\"G2\" s=\"2\"><v>0.05</v></c><c r=\"H2\"><v>0.05</v></c><c r=\"I2\"><v>1E-7</v></c></row>"));
        Assert.Equal(text, Assert.Single(draft.Rows)[LedgerField.Description]);
        Assert.Equal(text is null, draft.Problems.Any(p => p is { Code: "import.formula_without_value", Cell: "C2" }));
    }

    [Theory]
    [InlineData("坑_xFFFE_口", "坑口")]
    [InlineData("坑_xFDD0_口", "坑口")]
    [InlineData("坑_xD83D_口", "坑口")]
    [InlineData("坑_xDE00__xD83D_口", "坑口")]
    [InlineData("坑_xD83D__xDE00_口", "坑\U0001F600口")]
    [InlineData("坑_x0041_口", "坑A口")]
    [InlineData("坑_x005F_xFFFE_口", "坑_xFFFE_口")]
    public void What_an_escape_makes_is_a_character_or_nothing(string written, string text)
    {
        var description = Assert.Single(Hengyang.Read(Book(Row(1, Headings) + Row(2, "1", "衡东县", written, "3月底"))).Ready)[LedgerField.Description];
        Assert.Equal(text, description);
        Assert.True(description!.Normalize(System.Text.NormalizationForm.FormKC).Length > 0);
    }

    private static byte[] Book(string rows, string? styles = null)
    {
        var book = new Xlsx().SheetXml("台账", $"<sheetData>{rows}</sheetData>").Bytes();
        return styles is null ? book : Xlsx.Rewritten(book, path => path, (path, text) => path == "xl/styles.xml" ? styles : text);
    }

    private static string Row(int row, params string[] texts) => $"<row r=\"{row}\">{Cells(row, texts)}</row>";

    private static string Cells(int row, params string[] texts) => string.Concat(texts.Select((text, c) => Text(c, row, text)));

    private static string Text(int column, int row, string text) => $"<c r=\"{Address.Of(row, column)}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Formula(int column, int row, string formula) => $"<c r=\"{Address.Of(row, column)}\"><f>{formula}</f></c>";
}
