using System.Globalization;

namespace Duban.Web.Documents.Import;

/// <summary>Reads one formula: texts joined, sums, cells, and the two functions that lists of cases need.</summary>
/// <param name="sheet">Where its cells stand.</param>
/// <param name="text">The formula, with its sign of equality or without.</param>
internal sealed class FormulaReader(Formulas sheet, string text)
{
    // The days a spreadsheet counts begin with 1900.
    private static readonly DateTime FirstDay = new(1900, 1, 1);

    private int at = text.StartsWith('=') ? 1 : 0;

    /// <summary>True when all of it has been read.</summary>
    internal bool AtEnd => Peek() == '\0';

    /// <summary>The value from here on; null where it is not certain.</summary>
    internal object? Joined()
    {
        var first = Sum();
        if (first is null || Peek() != '&') return first;
        var parts = new List<object> { first };
        while (Take('&'))
        {
            if (Sum() is not { } next) return null;
            parts.Add(next);
        }
        return Together(parts);
    }

    // Beyond what a cell may hold there is no result, and nothing is put together to find that out.
    private string? Together(List<object> parts)
    {
        var shown = parts.ConvertAll(Shown);
        if (shown.Contains(null)) return null;
        var length = shown.Sum(s => (long)s!.Length);
        return sheet.MayHold(length) ? string.Concat(shown) : null;
    }

    // A day joined to a text would show as a number, and a number in fifteen digits, whatever format its own cell has.
    private static string? Shown(object value) => value switch
    {
        string s => s,
        double d when double.IsFinite(d) && d.ToString("G15", CultureInfo.InvariantCulture) is var digits && !digits.Contains('E', StringComparison.Ordinal) => digits,
        _ => null,
    };

    private object? Sum()
    {
        var sum = Term();
        while (sum is not null && Peek() is '+' or '-')
        {
            var sign = text[at++] == '+' ? 1 : -1;
            sum = (sum, Term()) switch
            {
                (double a, double b) => a + sign * b,
                (DateTime day, double days) when Math.Abs(days) < 40_000 && days == Math.Floor(days) => Moved(day, sign * days),
                _ => null,
            };
        }
        return sum;
    }

    private static object? Moved(DateTime day, double days) =>
        (DateTime.MaxValue - day).TotalDays > days && (day - FirstDay).TotalDays >= -days ? day.AddDays(days) : null;

    private object? Term()
    {
        var c = Peek();
        if (c == '"') return Quoted();
        if (Take('(')) return Joined() is { } inner && Take(')') ? inner : null;
        if (char.IsAsciiDigit(c)) return Number();
        return c == '$' || char.IsAsciiLetter(c) ? Named() : null;
    }

    private string? Quoted()
    {
        for (int from = ++at, end; (end = text.IndexOf('"', at)) >= 0; at = end + 2)
        {
            if (end + 1 < text.Length && text[end + 1] == '"') continue;
            at = end + 1;
            return text[from..end].Replace("\"\"", "\"", StringComparison.Ordinal);
        }
        return null;
    }

    private object? Number()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        return double.TryParse(text.AsSpan(from, at - from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // A cell of this sheet, or a function; another sheet's cell and a range end in ! and :.
    private object? Named()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '$' or '.' or '_')) at++;
        var name = text[from..at].ToUpperInvariant();
        if (Take('(')) return Called(name);
        return Peek() is not ('!' or ':') && Address.Parse(name.Replace("$", "", StringComparison.Ordinal)) is { } place ? sheet.ValueAt(place) : null;
    }

    private object? Called(string function)
    {
        var arguments = new List<object>();
        do
        {
            if (Joined() is not { } argument) return null;
            arguments.Add(argument);
        }
        while (Take(','));
        if (!Take(')')) return null;
        return (function, arguments) switch
        {
            ("CONCATENATE" or "CONCAT" or "_XLFN.CONCAT", _) => Together(arguments),
            ("DATE", [double year, double month, double day]) => Day(year, month, day),
            _ => null,
        };
    }

    // 21 is the year 1921 to a spreadsheet.
    private static object? Day(double year, double month, double day) =>
        year >= FirstDay.Year && DateOnly.TryParseExact($"{year}-{month}-{day}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToDateTime(default) : null;

    private char Peek()
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length ? text[at] : '\0';
    }

    private bool Take(char sign)
    {
        if (Peek() != sign) return false;
        at++;
        return true;
    }
}
