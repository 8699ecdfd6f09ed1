using System.Text.RegularExpressions;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>
/// Headings between the rows of a sheet. Where headings numbered one way (一、…) name units, another of the same way that
/// names none the city has is a unit not known, and its rows must not fall to the group before.
/// </summary>
internal sealed partial class GroupHeadings
{
    private const int Longest = 30;

    private readonly HashSet<string> naming = [];
    private Dictionary<string, string> open = [];

    /// <summary>True for a line that could stand over a group.</summary>
    internal static bool MayHead(string dense) => dense.Length <= Longest && !Sentence.IsMatch(dense);

    /// <summary>The headings that hold now, by their way of numbering; they name nothing known.</summary>
    internal IReadOnlyDictionary<string, string> Open => open;

    /// <summary>A heading that names a unit ends the unknown one of its kind.</summary>
    internal void Known(string text)
    {
        naming.Add(Way(text));
        if (open.ContainsKey(Way(text))) open = open.Where(o => o.Key != Way(text)).ToDictionary();
    }

    /// <summary>A heading that names no unit the city has.</summary>
    internal void Unknown(string text) => open = new(open) { [Way(text)] = text };

    /// <summary>The unknown unit's name over a row, once the whole sheet is known; null when its headings are about something else.</summary>
    internal string? Over(IReadOnlyDictionary<string, string>? headings) => headings?.FirstOrDefault(h => naming.Contains(h.Key)).Value;

    private static string Way(string text) => Numbering.Match(ClerkText.Dense(text)) is { Success: true } m
        ? m.Value[0] is '(' ? "()" : char.IsAsciiDigit(m.Value[0]) ? "1" : m.Value[0] == '第' ? "第" : "一" : "";

    [GeneratedRegex(@"^(?:[一二三四五六七八九十百]+[、.,]|\([一二三四五六七八九十\d]+\)|\d{1,3}[、.)]|第[一二三四五六七八九十\d]+(?:部分|类|批)?)")]
    private static partial Regex Numbering { get; }

    [GeneratedRegex(@"[。;]|[:：].+\d{3}|^第\d+页|联系|电话|填报|填表|报送|制表|审核|单位:")]
    private static partial Regex Sentence { get; }
}
