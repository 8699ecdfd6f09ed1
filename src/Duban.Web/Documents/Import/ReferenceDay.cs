using System.Globalization;
using System.Text.RegularExpressions;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>
/// The day a list speaks from: its 交办时间 above the header, else a full date there or in the file's name; else the year of
/// its title; else the day of the import.
/// </summary>
internal static partial class ReferenceDay
{
    internal static DateFrame Find(IEnumerable<SheetRow> above, string file, DateOnly today, bool epoch1904)
    {
        var cells = above.SelectMany(r => r.Cells).Where(c => !c.IsBlank).ToList();
        var texts = cells.Select(c => c.Text).Where(t => t.Length <= 300).OrderByDescending(t => t.Contains("交办", StringComparison.Ordinal)).ToList();
        foreach (var text in texts.Append(file))
            if (Day(ClerkText.Dense(text)) is { } day) return new(day, Epoch1904: epoch1904, Dated: true);
        foreach (var text in texts.Append(file))
            if (Year.Match(ClerkText.Dense(text)) is { Success: true } m && int.Parse(m.Groups["y"].ValueSpan, CultureInfo.InvariantCulture) is var year and >= 1990 and <= 2100)
                return new(year == today.Year ? today : new DateOnly(year, 1, 1), YearFixed: true, Epoch1904: epoch1904);
        return new(today, Epoch1904: epoch1904);
    }

    private static DateOnly? Day(string dense) =>
        FullDay.Match(dense) is { Success: true } m && ClerkDate.Read(m.Value, default) is { Known: true } read ? read.Value : null;

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d{2}[年./-]\d{1,2}[月./-]\d{1,2}(?!\d)日?|[二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿卅]{1,3}日|(?<!\d)20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)")]
    private static partial Regex FullDay { get; }

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})年")]
    private static partial Regex Year { get; }
}
