using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Duban.Domain.Documents;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>The words officials put over a column, and how surely each names a field.</summary>
internal static partial class HeaderWords
{
    // By way of a dictionary that refuses a word written twice: one of the two would never count.
    private static readonly FrozenDictionary<string, (LedgerField Field, double Sure)> Exact = Table()
        .ToDictionary(w => w.Word, w => (w.Field, w.Sure), StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Inside a longer heading a Chinese word is one of its own; of English ones only the long words of four fields are.
    private static readonly (string Word, LedgerField Field, double Sure)[] Contained =
    [
        .. Exact.Where(w => w.Key.Length >= 2 && w.Value.Sure >= 0.8)
            .Where(w => w.Key[0] > 'z' || (w.Key.Length >= 5 && w.Value.Field is Description or Deadline or Level or Measures))
            .Select(w => (w.Key, w.Value.Field, w.Value.Sure)).OrderByDescending(w => w.Key.Length),
    ];

    /// <summary>Characters of the longest heading, brackets' content aside.</summary>
    internal const int Longest = 40;

    /// <summary>The field a heading names and how surely, 0 … 1; <see cref="Other"/> with 0 when it names none.</summary>
    /// <param name="top">The heading above it in a two-row header, or empty.</param>
    /// <param name="text">The heading itself.</param>
    internal static (LedgerField Field, double Sure) Match(string top, string text)
    {
        var alone = One(text);
        if (top.Length == 0 || alone.Sure >= 0.97) return alone;
        // 开始, 结束 below a word for time are its two ends; 计划, 实际 say which of two days it is.
        if (Begin.IsMatch(ClerkText.Dense(text)) && One(top).Field is Deadline or CompletedOn or StartedOn) return (StartedOn, 0.97);
        if (End.IsMatch(ClerkText.Dense(text)) && One(top).Field is Deadline or CompletedOn or StartedOn) return (Deadline, 0.97);
        if (One(top).Field == Unit && Helps.IsMatch(ClerkText.Dense(text))) return (CoUnit, 0.97);
        if (One(top).Field == LedgerField.Coordinate && ClerkText.Dense(text) is ['E' or 'e' or 'N' or 'n'] side) return (side is "E" or "e" ? Longitude : Latitude, 0.97);
        if (One(Bare(text) + Bare(top)) is { Sure: >= 0.85 } turned) return turned;
        var joined = One(Bare(top) + Bare(text));
        var above = One(top);
        // 验收销号 over 单位: the heading above says whose.
        var best = joined.Sure > alone.Sure ? joined : alone;
        return best.Sure < 0.5 && above.Sure >= 0.9 && above.Field is Description or LedgerField.Coordinate ? (above.Field, 0.6) : best;
    }

    /// <summary>True for a text that is a heading by itself, whatever else it might be part of.</summary>
    internal static bool IsHeading(string text) => text.Length is > 0 and <= 16 && Exact.ContainsKey(Marks.Replace(ClerkText.Dense(text), ""));

    /// <summary>True when the heading itself says that its days are deadlines.</summary>
    internal static bool IsDeadline(string heading) => Match("", HeaderFinder.Last(heading)).Field == Deadline;

    /// <summary>A heading without blanks, brackets' content and marks.</summary>
    internal static string Bare(string heading) => Marks.Replace(Brackets.Replace(ClerkText.Dense(heading), ""), "");

    private static (LedgerField Field, double Sure) One(string heading)
    {
        var dense = ClerkText.Dense(heading);
        // How to fill the column in may be said at length in brackets.
        if (dense.Length > Longest) dense = Brackets.Replace(dense, "");
        if (dense.Length is 0 or > Longest) return (Other, 0);
        // 整改时间（起）, 整改时间（止） are the two ends of one time.
        if (Ends.Match(dense) is { Success: true } ends && One(dense[..^ends.Length]).Field is Deadline or CompletedOn or StartedOn)
            return (ends.Value[1] is '起' or '始' ? StartedOn : Deadline, 0.97);
        // 责任单位(盖章) is 责任单位, 责任县(市、区) is 责任县市区.
        foreach (var text in (string[])[Marks.Replace(dense, ""), Bare(heading), Marks.Replace(BracketSigns.Replace(dense, ""), "")])
            if (Exact.TryGetValue(text, out var exact)) return exact.Field is Supervisor or Source or Inspector && NamesUnit(dense) ? (Unit, 0.9) : exact;
        var bare = Bare(heading);
        if (HeadingShapes.Of(bare) is { } shaped) return shaped;
        // 隐患数, 整改率: a count or a share of what is named, not the thing itself.
        if (bare.Length is 0 or > 32 || Counts.IsMatch(bare)) return (Other, 0);
        var best = (Field: Other, Sure: 0.0);
        foreach (var (word, field, sure) in Contained)
        {
            if (word.Length > bare.Length) continue;
            var at = bare.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            // The last word of a heading is what it is: 隐患单位整改时限 is a deadline.
            var likely = sure * (0.45 + 0.4 * word.Length / bare.Length + (at + word.Length == bare.Length ? 0.1 : 0));
            if (likely > best.Sure) best = (field, likely);
        }
        return best;
    }

    // 督办单位（责任单位） says in brackets what is meant.
    private static bool NamesUnit(string dense) => Brackets.Matches(dense).Any(said => Exact.TryGetValue(Bare(said.Value[1..^1]), out var meant) && meant.Field == Unit);

    private static IEnumerable<(string Word, LedgerField Field, double Sure)> Table()
    {
        foreach (var line in Words.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return (word, Enum.Parse<LedgerField>(head[0]), double.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [GeneratedRegex(@"[\(\[【〔][^\)\]】〕]*[\)\]】〕]")]
    private static partial Regex Brackets { get; }

    [GeneratedRegex(@"[\(\)\[\]【】〔〕]")]
    private static partial Regex BracketSigns { get; }

    [GeneratedRegex("^(?:起|始|起始|开始|自)(?:时间|日期)?$")]
    private static partial Regex Begin { get; }

    [GeneratedRegex(@"[\(\[](?:起|始|止|终)[\)\]]$")]
    private static partial Regex Ends { get; }

    [GeneratedRegex("^(?:配合|协办|协同|会办|参与)$")]
    private static partial Regex Helps { get; }

    [GeneratedRegex("^(?:止|终|终止|结束|截止|至)(?:时间|日期)?$")]
    private static partial Regex End { get; }

    [GeneratedRegex("(?:数|数量|总数|率|占比|小计|合计|得分|分值|排名|比例)$")]
    private static partial Regex Counts { get; }

    [GeneratedRegex(@"[*:：、/\\·_\-\.\s""“”'《》<>]")]
    private static partial Regex Marks { get; }
}
