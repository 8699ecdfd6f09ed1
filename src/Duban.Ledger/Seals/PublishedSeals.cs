using System.Globalization;
using System.Text;

namespace Duban.Ledger;

/// <summary>A seal as it was published: what anybody outside keeps of a day.</summary>
/// <param name="Jurisdiction">The city's division code.</param>
/// <param name="Day">The sealed day.</param>
/// <param name="Heads">Streams that grew that day.</param>
/// <param name="Root">The root of that day, 32 bytes.</param>
public sealed record PublishedSeal(string Jurisdiction, DateOnly Day, long Heads, byte[] Root);

/// <summary>What was published, read a line at a time: a list may be longer than the memory. A heading, empty lines, and spaces or tabs instead of commas are allowed.</summary>
/// <param name="text">The lines, read once.</param>
public sealed class PublishedSeals(TextReader text)
{
    // A city's code has six digits; ledgers of other codes are read as well.
    private const int LongestCode = 600, LongestCount = 19;

    // A line is held while it is read, so one without an end must be given up: code, day, number of heads and root, a comma between each.
    private const int LongestLine = LongestCode + 10 + LongestCount + 2 * ChainHash.Length + 3;

    /// <summary>How many seals have been read.</summary>
    internal long Count { get; private set; }

    /// <summary>The number of the first line that is no seal, from 1; 0 while all are. Nothing is read behind it.</summary>
    internal long Bad { get; private set; }

    internal IEnumerable<PublishedSeal> Read()
    {
        for (var number = 1L; Line() is { } line; number++)
        {
            var cells = line.Split([',', ' ', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var cut = line.Length > LongestLine;
            if (!cut && (cells.Length == 0 || number == 1 && string.Join(',', cells) == SealList.Heading)) continue;
            if (cut || cells.Length != 4 || Of(cells) is not { } seal)
            {
                Bad = number;
                yield break;
            }
            Count++;
            yield return seal;
        }
    }

    // The next line, or as much of it as tells that it is none of ours.
    private string? Line()
    {
        var line = new StringBuilder();
        var next = text.Read();
        if (next < 0) return null;
        for (; next >= 0 && next is not ('\n' or '\r') && line.Length <= LongestLine; next = text.Read()) line.Append((char)next);
        if (next == '\r' && text.Peek() == '\n') text.Read();
        return line.ToString();
    }

    private static PublishedSeal? Of(string[] cells)
    {
        var root = new byte[ChainHash.Length];
        return IsCode(cells[0]) && DateOnly.TryParseExact(cells[1], PortableText.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && long.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var heads)
            && cells[3].Length == 2 * ChainHash.Length
            && Convert.FromHexString(cells[3], root, out _, out _) == System.Buffers.OperationStatus.Done
            ? new(cells[0], day, heads, root) : null;
    }

    // A mark of the byte order inside, or a character nobody sees, would else be told as a seal that is missing.
    private static bool IsCode(string text) => text.All(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format));
}
