using System.Text;

namespace Duban.Web.Documents.Import;

/// <summary>What the first lines of a text tell of it: the encoding it is in, and the sign that parts its cells.</summary>
internal static class TextHead
{
    private const int LinesLookedAt = 40;

    private const string Signs = ",\t;|，";

    /// <summary>The encoding in which the first lines make sense.</summary>
    /// <param name="start">The first bytes.</param>
    /// <param name="found">What the bytes by themselves look like.</param>
    internal static Encoding EncodingOf(ReadOnlySpan<byte> start, Encoding found)
    {
        // Bytes do not tell GB18030 from Big5, nor from UTF-8 with a line of another program's at its end: the words at the head of the list do.
        if (found.CodePage != Encoding.GetEncoding("GB18030").CodePage) return found;
        foreach (var encoding in (Encoding[])[found, Encoding.GetEncoding("Big5"), Encoding.UTF8])
            if (encoding.GetString(start) is var text && Signs.Any(sign => Headings(text, sign) >= 2)) return encoding;
        return found;
    }

    private static int Headings(string start, char sign) => start.Split('\n').Take(LinesLookedAt)
        .Max(line => line.Contains(sign, StringComparison.Ordinal) ? line.Split(sign).Count(cell => HeaderWords.IsHeading(cell.Trim('"', '\r', ' ', '\uFEFF'))) : 0);

    /// <summary>The separator that parts headings; where none are known, the one that splits the first lines into the most columns, evenly; null for no table.</summary>
    internal static char? SeparatorOf(string start)
    {
        var known = Signs.Select(sign => (Sign: sign, Headings: Headings(start, sign))).MaxBy(s => s.Headings);
        if (known.Headings >= 2) return known.Sign;
        var best = (Sign: ',', Score: 0);
        foreach (var sign in Signs)
        {
            var even = Outside(start, sign).Take(LinesLookedAt).Where(n => n > 0).GroupBy(n => n).Select(g => g.Count() * Math.Min(g.Key, 30));
            if (even.DefaultIfEmpty(0).Max() is var score && score > best.Score) best = (sign, score);
        }
        return best.Score == 0 && start.Split('\n').Count(l => l.Trim().Length > 0) < 2 ? null : best.Sign;
    }

    // How often a sign stands outside quotes in each line; a quoted cell may go over several lines, and opens where a cell begins.
    private static IEnumerable<int> Outside(string text, char sign)
    {
        var (count, quoted, begins) = (0, false, true);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') i++; // Two of them are one, and the cell goes on.
            else if (quoted) quoted = c != '"';
            else if (c == '"' && begins) quoted = text.IndexOf('"', i + 1) >= 0;
            else if (c == sign) count++;
            else if (c is '\n' or '\r')
            {
                yield return count;
                count = 0;
            }
            begins = c is '\n' or '\r' || Signs.Contains(c, StringComparison.Ordinal);
        }
        yield return count;
    }
}
