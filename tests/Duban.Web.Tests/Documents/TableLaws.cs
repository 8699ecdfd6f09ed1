using System.Text;
using CsCheck;
using Duban.Web.Documents;
using Duban.Web.Documents.Import;

namespace Duban.Web.Tests.Documents;

/// <summary>Whatever stands in a table's cells stands in them after it was saved as text.</summary>
public sealed class TableLaws
{
    private static readonly Gen<string[][]> Tables = Gen.Int[2, 5].SelectMany(width => Gen.String[Gen.Char["ab,\"\r\n \t;|衡东县0'="], 0, 8].Array[width].Array[1, 6]);

    [Fact]
    public void A_comma_separated_file_gives_back_every_cell_and_the_line_it_began_on() => Tables.Sample(table =>
    {
        var text = new StringBuilder();
        var lines = new List<int>();
        foreach (var row in table)
        {
            lines.Add(1 + text.ToString().Count(c => c == '\n'));
            text.AppendJoin(',', row.Select(Quoted)).Append("\r\n");
        }
        foreach (var mark in new[] { "", "\uFEFF" })
        {
            var rows = Csv.Read(Encoding.UTF8.GetBytes(mark + text));
            if (!rows.Select(r => r.Line).SequenceEqual(lines) || !rows.Zip(table).All(p => p.First.Cells.SequenceEqual(p.Second))) return false;
        }
        return true;
    });

    [Fact]
    public void A_list_saved_with_any_separator_in_any_encoding_gives_back_every_cell() =>
        Gen.Select(Tables, Gen.Char[",\t;|"], Gen.Int[0, 3]).Sample((table, separator, encoding) =>
        {
            var width = table[0].Length;
            string[] head = [.. Enumerable.Range(1, width).Select(n => $"列{n}")];
            var text = string.Join("\r\n", table.Prepend(head).Select(row => string.Join(separator, row.Select(Quoted)))) + "\r\n";
            var file = new WorkbookSource("表.csv", encoding switch
            {
                0 => Encoding.UTF8.GetBytes(text),
                1 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
                2 => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
                _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
            });
            var rows = Assert.Single(WorkbookFile.Open(file).Workbook!.Sheets).Rows.Skip(1).ToList();
            var expected = table.Select(row => row.Select(Shown).ToArray()).Where(row => row.Any(c => !string.IsNullOrWhiteSpace(c))).ToList();
            return rows.Count == expected.Count && rows.Zip(expected).All(p => Enumerable.Range(0, width).All(i => Same(p.First[i].Text, p.Second[i])))
                ? true : throw new InvalidOperationException(text);
        });

    [Fact]
    public void Nothing_that_calls_itself_a_list_breaks_the_reader() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[0, 6]).Sample((bytes, kind) =>
        {
            byte[] start = kind switch
            {
                0 => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
                1 => [(byte)'P', (byte)'K', 3, 4],
                2 => "<html><table><tr><td>"u8.ToArray(),
                3 => "<?xml version=\"1.0\"?><Workbook>"u8.ToArray(),
                4 => [0x09, 0x08, 0x10, 0x00],
                5 => "编号,隐患描述,责任单位\n"u8.ToArray(),
                _ => [],
            };
            var draft = Hengyang.Read([.. start, .. bytes]);
            return draft.Rows.Count > 0 || draft.Problems.Count > 0;
        });

    // A blank at the end of a row is a blank however many there are.
    private static bool Same(string read, string written) => read == written || (string.IsNullOrWhiteSpace(read) && string.IsNullOrWhiteSpace(written));

    // What a spreadsheet shows of a cell: ="001" is a formula whose answer is the text 001.
    private static string Shown(string written) => written.Length > 3 && written.StartsWith("=\"", StringComparison.Ordinal) && written.IndexOf('"', 2) == written.Length - 1
        ? written[2..^1] : written;

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
