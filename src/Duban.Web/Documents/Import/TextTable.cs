using System.Text;

namespace Duban.Web.Documents.Import;

/// <summary>Text with separators (.csv, .tsv, .txt): comma, semicolon, tab or bar, quoted as RFC 4180 says, line breaks in quotes kept.</summary>
internal static class TextTable
{
    private const int LongestField = 1_000_000;

    internal static Opened Open(WorkbookSource file, ReadLimits limits)
    {
        if (TextEncoding.Of(file.Content.Span) is not var (encoding, mark)) return new ReadFailure("file.not_a_workbook");
        var separator = Separator(encoding.GetString(file.Content.Span[mark..Math.Min(file.Content.Length, 65_536)]));
        if (separator is null) return new ReadFailure("file.not_a_table");
        var name = Path.GetFileNameWithoutExtension(file.Name);
        name = name.Length > 0 ? name : "CSV";
        var left = new List<ReadFailure>();
        var rows = Rows(file.Content[mark..], encoding, separator.Value, limits, f => left.Add(f with { Sheet = name }));
        return new Workbook([new Sheet(name, false, [], rows) { Left = left }]);
    }

    // The separator that splits the first lines into the most columns, evenly.
    private static char? Separator(string start)
    {
        var lines = start.Split('\n').Take(20).Where(l => l.Trim().Length > 0).ToList();
        var best = (Sign: ',', Score: 0);
        foreach (var sign in (char[])[',', '\t', ';', '|', '，'])
        {
            var counts = lines.Select(l => Outside(l, sign)).ToList();
            var score = counts.Count(c => c > 0) * Math.Min(counts.Max(), 30);
            if (score > best.Score) best = (sign, score);
        }
        return best.Score == 0 && lines.Count < 2 ? null : best.Sign;
    }

    private static int Outside(string line, char sign)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == sign && !quoted) count++;
        }
        return count;
    }

    private static IEnumerable<SheetRow> Rows(ReadOnlyMemory<byte> content, Encoding encoding, char separator, ReadLimits limits, Action<ReadFailure> tell)
    {
        using var reader = new StreamReader(new MemoryStream(content.ToArray(), false), encoding, false, 1 << 16);
        var (field, cells, quoted, started) = (new StringBuilder(), new List<Cell>(), false, false);
        var (row, first) = (1, 1);
        var buffer = new char[1 << 15];
        var previous = '\0';
        for (int length; (length = reader.Read(buffer)) > 0;)
            for (var i = 0; i < length; i++)
            {
                var c = buffer[i];
                if (quoted)
                {
                    if (c == '"') quoted = false;
                    else if (field.Length < LongestField) field.Append(c);
                    if (c == '\n') row++;
                }
                else if (c == '"' && (!started || previous == '"'))
                {
                    if (started) field.Append('"');
                    (quoted, started) = (true, true);
                }
                else if (c == separator)
                {
                    Take();
                }
                else if (c is '\n' or '\r')
                {
                    if (c == '\r' || previous != '\r')
                    {
                        Take();
                        if (cells.Exists(v => !v.IsBlank)) yield return new(first, Trimmed(cells));
                        cells.Clear();
                        first = ++row;
                    }
                }
                else
                {
                    started = true;
                    if (field.Length < LongestField) field.Append(c);
                }
                previous = c;
            }
        if (quoted) tell(new("sheet.quote_open", Cell: Address.Of(first, cells.Count), Args: [first]));
        Take();
        if (cells.Exists(v => !v.IsBlank)) yield return new(first, Trimmed(cells));

        void Take()
        {
            if (cells.Count < limits.Columns) cells.Add(new(field.Length == 0 ? null : field.ToString()));
            field.Clear();
            started = false;
        }
    }

    private static Cell[] Trimmed(List<Cell> cells)
    {
        var length = cells.Count;
        while (length > 0 && cells[length - 1].IsBlank) length--;
        return [.. cells.Take(length)];
    }
}
