using System.Text;

namespace Duban.Web.Documents.Import;

/// <summary>Text with separators (.csv, .tsv, .txt): comma, semicolon, tab or bar, quoted as RFC 4180 says, line breaks in quotes kept.</summary>
internal static class TextTable
{
    private const int LongestField = 1_000_000;

    internal static Opened Open(WorkbookSource file, ReadLimits limits)
    {
        if (TextEncoding.Of(file.Content.Span) is not var (encoding, mark)) return new ReadFailure("file.not_a_workbook");
        var start = file.Content[mark..Math.Min(file.Content.Length, 65_536)];
        encoding = TextHead.EncodingOf(start.Span, encoding);
        var separator = TextHead.SeparatorOf(encoding.GetString(start.Span));
        if (separator is null) return new ReadFailure("file.not_a_table");
        var name = Path.GetFileNameWithoutExtension(file.Name);
        name = name.Length > 0 ? name : "CSV";
        var left = new List<ReadFailure>();
        var literal = Literal(encoding.GetString(file.Content.Span[mark..]), separator.Value, f => left.Add(f with { Sheet = name }));
        var rows = Rows(file.Content[mark..], encoding, separator.Value, limits, literal);
        return new Workbook([new Sheet(name, false, [], rows) { Left = left }]);
    }

    private static IEnumerable<SheetRow> Rows(ReadOnlyMemory<byte> content, Encoding encoding, char separator, ReadLimits limits, IReadOnlySet<long> literal)
    {
        using var reader = new StreamReader(new MemoryStream(content.ToArray(), false), encoding, false, 1 << 16);
        var (field, cells, quoted, started) = (new StringBuilder(), new List<Cell>(), false, false);
        var (row, first, at) = (1, 1, -1L);
        var buffer = new char[1 << 15];
        var previous = '\0';
        for (int length; (length = reader.Read(buffer)) > 0;)
            for (var i = 0; i < length; i++)
            {
                var c = buffer[i];
                at++;
                if (quoted)
                {
                    if (c == '"') quoted = false;
                    else if (field.Length < LongestField) field.Append(c);
                }
                else if (c == '"' && (!started || previous == '"') && !literal.Contains(at))
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
        Take();
        if (cells.Exists(v => !v.IsBlank)) yield return new(first, Trimmed(cells));

        void Take()
        {
            if (cells.Count < limits.Columns) cells.Add(new(field.Length == 0 ? null : Unwrapped(field.ToString())));
            field.Clear();
            started = false;
        }
    }

    // A quote that opens a field over several lines and is not closed before a separator or a line's end is a sign like any other:
    // taken as an opening, it would swallow the rows below.
    private static HashSet<long> Literal(string text, char separator, Action<ReadFailure> tell)
    {
        var literal = new HashSet<long>();
        var (row, column, begins) = (1, 0, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && begins)
            {
                if (Closing(text, i, separator) is var end && end < 0)
                {
                    literal.Add(i);
                    tell(new("sheet.quote_open", Cell: Address.Of(row, column), Args: [row]));
                }
                else i = end;
            }
            else if (c == separator) column++;
            else if (c is '\n' or '\r' && !(c == '\n' && i > 0 && text[i - 1] == '\r')) (row, column) = (row + 1, 0);
            begins = c == separator || c is '\n' or '\r';
        }
        return literal;
    }

    // Where a quoted field ends; -1 when it ends nowhere, or in the middle of another field.
    private static int Closing(string text, int open, char separator)
    {
        var lines = 0;
        for (var i = open + 1; i < text.Length; i++)
        {
            if (text[i] == '\n') lines++;
            if (text[i] != '"') continue;
            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
                continue;
            }
            return i + 1 == text.Length || text[i + 1] == separator || text[i + 1] is '\r' or '\n' || lines == 0 ? i : -1;
        }
        return -1;
    }

    // ="001" is how a system that exports text keeps Excel from making a number of it.
    private static string Unwrapped(string text) =>
        text is ['=', '"', .., '"'] && text.Length > 3 && text.IndexOf('"', 2) == text.Length - 1 ? text[2..^1] : text;

    private static Cell[] Trimmed(List<Cell> cells)
    {
        var length = cells.Count;
        while (length > 0 && cells[length - 1].IsBlank) length--;
        return [.. cells.Take(length)];
    }
}
