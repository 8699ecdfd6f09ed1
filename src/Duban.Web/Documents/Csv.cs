using System.Text;

namespace Duban.Web.Documents;

/// <summary>A row of a comma-separated file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Cells">Its cells, as written.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>Reads comma-separated files as RFC 4180 and Excel write them; UTF-8, or GB 18030 as a Chinese Excel saves them.</summary>
public static class Csv
{
    /// <summary>The rows of a file; blank lines are left out.</summary>
    public static List<CsvRow> Read(byte[] bytes) => Read(Text(bytes));

    /// <summary>The rows of a text; blank lines are left out.</summary>
    public static List<CsvRow> Read(string text)
    {
        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, first, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n') line++;
            if (quoted)
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
                else quoted = false;
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == ',') EndCell();
            else if (c == '\n') EndRow();
            else if (c != '\r') cell.Append(c);
        }
        EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            if (cells.Count > 1 || cells[0].Trim().Length > 0) rows.Add(new(first, [.. cells]));
            cells.Clear();
            first = line;
        }
    }

    private static string Text(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetString(bytes);
        }
    }
}
