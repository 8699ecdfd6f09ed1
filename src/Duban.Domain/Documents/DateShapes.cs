using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>
/// The shapes a date takes inside a cell, each a pattern anchored where the scan stands. Text is half-width, without blanks,
/// Chinese numerals already digits. Order matters: the longest reading comes first.
/// </summary>
internal static partial class DateShapes
{
    private const string Part = "(?<part>上旬|中旬|下旬|月?底|月?末|月?初|月?中)?";

    [GeneratedRegex(@"\G(?<y>\d{4}|(?<!\d)\d{2})年(?<m>\d{1,2})月(?:份)?(?:(?<d>\d{1,2})[日号]?|" + Part + ")(?!\\d)")]
    internal static partial Regex YearMonthDay { get; }

    [GeneratedRegex(@"\G(?<y>\d{4})[-年./\\·,、](?<m>\d{1,2})[-月./\\·,、](?<d>\d{1,2})[日号]?(?!\d)")]
    internal static partial Regex Separated { get; }

    [GeneratedRegex(@"\G(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})[日]?(?!\d)")]
    internal static partial Regex Compact { get; }

    [GeneratedRegex(@"\G(?<y>\d{4}|\d{2})年?(?:第?(?<q>[1-4])季度?(?:末|底)?|[Qq](?<q>[1-4])(?![A-Za-z\d]))")]
    internal static partial Regex YearQuarter { get; }

    [GeneratedRegex(@"\G(?<y>\d{4}|\d{2})年度?(?<half>上半年|下半年|年?底|年?末|年?内|年?中|全年)?(?![\d])")]
    internal static partial Regex Year { get; }

    [GeneratedRegex(@"\G(?<y>\d{4})[-./](?<m>\d{1,2})月?" + Part + @"(?![\d./-])")]
    internal static partial Regex YearMonth { get; }

    [GeneratedRegex(@"\G(?<y>(?:19|20)\d{2})(?<m>0[1-9]|1[0-2])(?!\d)")]
    internal static partial Regex CompactMonth { get; }

    [GeneratedRegex(@"\G(?<a>\d{1,2})[-./](?<b>\d{1,2})[-./](?<y>\d{4})(?!\d)")]
    internal static partial Regex Western { get; }

    [GeneratedRegex(@"\G(?<y>\d{2})[-./'年](?<m>\d{1,2})[-./月](?<d>\d{1,2})[日号]?(?!\d)")]
    internal static partial Regex ShortYear { get; }

    [GeneratedRegex(@"\G(?<m>\d{1,2})月(?:份)?(?:(?<d>\d{1,2})[日号]?|" + Part + @")(?!\d)")]
    internal static partial Regex MonthDay { get; }

    [GeneratedRegex(@"\G(?<m>\d{1,2})[-./](?<d>\d{1,2})[日号]?(?![\d./-])")]
    internal static partial Regex PlainMonthDay { get; }

    [GeneratedRegex(@"\G(?:第?(?<q>[1-4])季度?(?:末|底)?|[Qq](?<q>[1-4])(?![A-Za-z\d]))")]
    internal static partial Regex Quarter { get; }

    [GeneratedRegex(@"\G(?<half>上半年|下半年|年底|年末|年内|年中|全年|月底|月末)")]
    internal static partial Regex PartOfYear { get; }

    [GeneratedRegex(@"\G(?<d>\d{1,2})[日号](?!内|以内|之内)")]
    internal static partial Regex Day { get; }

    [GeneratedRegex(@"\G(?<n>\d{1,3}|半)(?:个|个?自然)?(?<unit>工作日|日|天|周|星期|礼拜|月|年|小时)(?:之内|以内|内)")]
    internal static partial Regex Within { get; }

    // 15天 and 2个月 are a length even where nobody writes 内; 15日 is one only behind 限期, or where no month has as many days.
    [GeneratedRegex(@"\G(?:(?<n>\d{1,3})个?(?<unit>工作日|天|周|星期|礼拜|小时)|(?<n>\d{1,3}|半)个(?<unit>月)|(?<n>\d{1,3})个?自然(?<unit>日)|(?<n>\d|半)(?<unit>年)(?!\d)|(?:(?<=限期?|期限|[起后])(?<n>\d{1,3})|(?<n>3[2-9]|[4-9]\d|\d{3}))(?<unit>日)(?!之?前|以前))")]
    internal static partial Regex Lasting { get; }

    [GeneratedRegex(@"\G(?<y>\d{4})(?=(?:-|—+|–|~|至|到)\d{4}年)")]
    internal static partial Regex FirstYear { get; }

    [GeneratedRegex(@"\G(?:(?<d>\d{1,2})(?:st|nd|rd|th)?[-,./]?(?:of)?(?<name>[A-Za-z]{3,9})\.?[-,./]?(?<y>\d{4}|\d{2}))(?!\d)")]
    internal static partial Regex DayNameYear { get; }

    [GeneratedRegex(@"\G(?<name>[A-Za-z]{3,9})\.?[-,./]?(?<d>\d{1,2})(?:st|nd|rd|th)?[-,./](?<y>\d{4})(?!\d)")]
    internal static partial Regex NameDayYear { get; }

    [GeneratedRegex(@"\G(?<y>\d{4})[-,./]?(?<name>[A-Za-z]{3,9})\.?[-,./]?(?<d>\d{1,2})(?!\d)")]
    internal static partial Regex YearNameDay { get; }
}
