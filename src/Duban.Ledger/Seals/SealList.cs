using System.Globalization;

namespace Duban.Ledger;

/// <summary>A seal as it was published: what anybody outside keeps of a day.</summary>
/// <param name="Jurisdiction">The city's division code.</param>
/// <param name="Day">The sealed day.</param>
/// <param name="Root">The root of that day, 32 bytes.</param>
public sealed record PublishedSeal(string Jurisdiction, DateOnly Day, byte[] Root);

/// <summary>Seals as lines of text, to be published and to be checked against: <c>430400,2021-03-15,17,9f…</c>.</summary>
public static class SealList
{
    /// <summary>The first line: city, day, number of streams that grew on it, root in hexadecimal digits.</summary>
    public const string Heading = "jurisdiction,day,heads,root";

    /// <summary>One line.</summary>
    public static string Line(Seal seal) =>
        string.Create(CultureInfo.InvariantCulture, $"{seal.Jurisdiction},{PortableText.Day(seal.Day)},{seal.Heads},{Convert.ToHexStringLower(seal.Root)}");

    /// <summary>Reads what was published; a heading, empty lines, and spaces or tabs instead of commas are allowed.</summary>
    /// <param name="text">The lines.</param>
    /// <param name="bad">The number of the first line that is no seal, from 1; 0 when all are.</param>
    public static IReadOnlyList<PublishedSeal> Read(TextReader text, out int bad)
    {
        var seals = new List<PublishedSeal>();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            var cells = line.Split([',', ' ', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 0 || number == 1 && string.Join(',', cells) == Heading) continue;
            if (cells.Length != 4 || Of(cells) is not { } seal)
            {
                bad = number;
                return seals;
            }
            seals.Add(seal);
        }
        bad = 0;
        return seals;
    }

    private static PublishedSeal? Of(string[] cells)
    {
        var root = new byte[ChainHash.Length];
        return DateOnly.TryParseExact(cells[1], PortableText.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && cells[3].Length == 2 * ChainHash.Length
            && Convert.FromHexString(cells[3], root, out _, out _) == System.Buffers.OperationStatus.Done
            ? new(cells[0], day, root) : null;
    }
}
