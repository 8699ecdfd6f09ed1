using System.Text.RegularExpressions;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Tells the rows below a header that say it again: the same one, its column numbers, hints how to fill it in, or another table's.</summary>
internal sealed partial class HeaderAgain(Header header)
{
    private const int FewestHints = 3;

    private readonly HashSet<string> headings =
        [.. header.Mapping.Columns.SelectMany(c => c.Heading.Split(HeaderFinder.Over)).Select(h => ClerkText.Dense(h)).Where(h => h.Length > 0)];

    /// <summary>True for a row that says the header once more, in words, by column numbers or by hints how to fill it in.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">What its first cell says, dense.</param>
    internal bool Repeats(SheetRow row, string first)
    {
        // A heading repeated begins with a heading, column numbers with a number: most rows are done here.
        if (Example.IsMatch(first) || IsHint(row)) return true;
        if (first.Length == 0 || (first.Length > 3 && !headings.Contains(first) && !HeaderWords.IsHeading(first))) return false;
        // A row of column numbers begins with its column's own; most rows begin with another.
        var begun = Array.FindIndex(row.Cells, c => !c.IsBlank);
        if (char.IsAsciiDigit(first[0]) && first != Number(begun)) return false;
        var heading = HeaderWords.IsHeading(first);
        var (same, count, numbers) = (0, 0, 0);
        foreach (var column in header.Mapping.Columns)
        {
            var text = ClerkText.Dense(row[column.Index].Text);
            if (text.Length == 0) continue;
            count++;
            // No., Responsible unit: the header once more in another language.
            if (headings.Contains(text) || (heading && HeaderWords.IsHeading(text) && HeaderWords.Match("", text).Field == column.Field)) same++;
            if (text.Trim('(', ')') == Number(column.Index)) numbers++;
        }
        return count >= 2 && ((same >= 2 && same * 2 >= count) || (numbers >= 4 && numbers == count));
    }

    private static string Number(int column) => (column + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // （填写全称）, （年月日）: how to fill the columns in, said in brackets below their headings.
    private static bool IsHint(SheetRow row)
    {
        var count = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.IsBlank) continue;
            if (cell.Value is not string text || text.AsSpan().Trim() is not ['(' or '（', .., ')' or '）']) return false;
            count++;
        }
        return count >= FewestHints;
    }

    /// <summary>True for a row that is a header too, with its columns in other places.</summary>
    internal bool IsAnother(SheetRow row)
    {
        var (first, count) = row.First();
        if (count < 3 || row[first].Value is not string start || start.Length > 20 || HeaderWords.Match("", start).Sure < 0.9) return false;
        var (fields, kept) = (new HashSet<LedgerField>(), 0);
        for (var c = 0; c < row.Cells.Length; c++)
        {
            if (row[c].IsBlank) continue;
            if (row[c].Value is not string { Length: <= 40 } text) return false;
            if (HeaderWords.Match("", text) is not { Sure: >= 0.9 } match) continue;
            fields.Add(match.Field);
            if (header.Mapping.Columns.Any(m => m.Index == c && (m.Field == match.Field || m.Heading.EndsWith(ClerkText.Plain(text), StringComparison.Ordinal)))) kept++;
        }
        return fields.Count >= 3 && fields.Count * 2 > count && fields.Contains(LedgerField.Description) && kept * 2 < fields.Count;
    }

    [GeneratedRegex("^(?:填写|填报)?(?:示例|样例|范例|举例|例如|例)(?:[:：\\d]|$)")]
    private static partial Regex Example { get; }
}
