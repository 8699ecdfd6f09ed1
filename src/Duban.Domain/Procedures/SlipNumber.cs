using System.Text;

namespace Duban.Domain.Procedures;

/// <summary>The number of a slip as people write it down: 衡安交〔2021〕17号, 衡安交[2021]第17号 and 衡安交2021-17 name the same.</summary>
public static class SlipNumber
{
    /// <summary>What all ways to write a number have in common, e.g. <c>衡安交-2021-17</c>; empty when there is nothing to go by.</summary>
    public static string Key(string? number)
    {
        var key = new StringBuilder();
        var kind = Kind.Mark;
        foreach (var c in PlainText.Of(number))
        {
            var now = char.IsDigit(c) ? Kind.Digit : char.IsLetter(c) ? Kind.Letter : Kind.Mark;
            if (now != Kind.Mark)
            {
                if (now != kind && key.Length > 0) key.Append('-');
                key.Append(char.ToLowerInvariant(c));
            }
            kind = now;
        }
        return string.Join('-', key.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("第" or "号")));
    }

    private enum Kind
    {
        Mark,
        Digit,
        Letter,
    }
}
