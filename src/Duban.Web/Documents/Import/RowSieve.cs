using System.Text.RegularExpressions;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>What a row below the header is.</summary>
internal enum RowKind
{
    /// <summary>A matter.</summary>
    Matter,
    /// <summary>合计, 小计: a count of others.</summary>
    Total,
    /// <summary>A note, a signature line.</summary>
    Line,
    /// <summary>A heading of a group, e.g. a unit's name over its rows.</summary>
    Group,
    /// <summary>A line that may head a group: numbered, or short across the row, naming no unit the city has.</summary>
    Heading,
    /// <summary>The header once more, column numbers, an example.</summary>
    Repeat,
    /// <summary>A number or a unit prepared for a matter that was never written.</summary>
    Prepared,
}

/// <summary>Tells matters from everything else clerks put below a header.</summary>
internal sealed partial class RowSieve(Header header, UnitDirectory units)
{
    private static readonly LedgerField[] Content =
    [
        LedgerField.Description, LedgerField.Site, LedgerField.Place, LedgerField.Measures, LedgerField.Goal, LedgerField.Progress,
        LedgerField.Person, LedgerField.Coordinate, LedgerField.Deadline, LedgerField.Level, LedgerField.Sector,
    ];

    private const int LongestCount = 8;

    private readonly HeaderAgain again = new(header);
    private readonly MappedColumn[] content = [.. header.Mapping.Columns.Where(c => Content.Contains(c.Field))];
    private readonly int[] descriptions = [.. header.Mapping.Of(LedgerField.Description)];
    private readonly int[] sites = [.. header.Mapping.Of(LedgerField.Site)];
    private readonly int[] serials = [.. header.Mapping.Of(LedgerField.Serial), .. header.Mapping.Of(LedgerField.Number)];
    private readonly int[] owners = [.. header.Mapping.Of(LedgerField.Unit)];

    /// <summary>The kind of a row, seen before merged cells are filled (raw) and after.</summary>
    internal RowKind Kind(SheetRow raw, SheetRow filled, bool across)
    {
        var (first, count) = raw.First();
        if (count == 0) return RowKind.Line;
        var text = ClerkText.Dense(raw[first].Text);
        if (IsRule(raw)) return RowKind.Line;
        // 一、衡东县 beside 9项: the group's own count stands in another cell.
        if (count == 2 && units.Find(text) is { Known: true } && IsCount(raw.Cells.Last(c => !c.IsBlank).Text)
            && !owners.Contains(first)) return RowKind.Group;
        var described = descriptions.Any(c => raw[c] is { IsBlank: false, Value: not double } cell && !(cell.Text.Length <= LongestCount && IsCount(cell.Text)));
        if (Total.IsMatch(text) || (!described && Early(raw).Any(t => TotalEnd.IsMatch(t)))) return described && text.Length > 8 ? RowKind.Matter : RowKind.Total;
        if (again.Repeats(raw, text)) return RowKind.Repeat;
        if (count == 1 && (across || !(descriptions.Contains(first) && raw[first].Value is string && !Note.IsMatch(text))) && !sites.Contains(first))
        {
            if (raw[first].Value is double) return RowKind.Prepared;
            if (Note.IsMatch(text)) return RowKind.Line;
            if (units.Find(text) is { Known: true }) return owners.Contains(first) ? RowKind.Prepared : RowKind.Group;
            if (Filled(filled) == 0 || first <= 1) return GroupHeadings.MayHead(text) ? RowKind.Heading : RowKind.Line;
        }
        // 二 | 工作落实方面 with the second cell merged over all the rest.
        if (across && count == 2 && HeadingOf(raw) is var over && ClerkText.Dense(over) != text && filled.Cells.Skip(first + 1).All(c => c.IsBlank || c.Text == over))
            return units.Find(over) is { Known: true } ? RowKind.Group : RowKind.Heading;
        // 备注 | 以上均为3月排查: the note stands in a cell of its own.
        if (Note.IsMatch(text) && (!described || (count == 2 && !descriptions.Contains(first)))) return RowKind.Line;
        if (count <= 6 && IsSigned(raw)) return RowKind.Line;
        // A number beside a unit of the row's own is a matter that somebody forgot to describe.
        var begun = Array.Exists(serials, c => !raw[c].IsBlank) && Array.Exists(owners, c => !raw[c].IsBlank);
        return begun || Filled(raw) > 0 || (Filled(filled) > 0 && count > 1) ? RowKind.Matter : RowKind.Prepared;
    }

    /// <summary>True for a line that begins notes.</summary>
    internal static bool IsNote(SheetRow row) => row.First() is ( >= 0 and var first, _) && Note.IsMatch(ClerkText.Dense(row[first].Text));

    /// <summary>True for a cell that only counts what stands below: 9项, 共2处.</summary>
    internal static bool IsCount(string text) => CountOf.IsMatch(ClerkText.Dense(text));

    /// <summary>True for the title of a table.</summary>
    internal static bool IsTitle(string text) => text.Length <= 60 && Title.IsMatch(ClerkText.Dense(text));

    /// <summary>True for a row with one cell of text and nothing else.</summary>
    internal static bool IsOneText(SheetRow row) => row.First() is (var first, 1) && row[first].Value is string;

    /// <summary>What a heading says: its first cell, or the second where the first is only its number.</summary>
    internal static string HeadingOf(SheetRow row)
    {
        var (first, count) = row.First();
        if (first < 0) return "";
        var text = row[first].Text;
        return count == 2 && Numeral.IsMatch(ClerkText.Dense(text)) && row.Cells.Last(c => !c.IsBlank).Value is string { Length: <= 40 } said ? said : text;
    }

    // Cells that say something of a matter; a level or a sector alone is a row prepared for one.
    private int Filled(SheetRow row)
    {
        var (strong, weak) = (0, 0);
        foreach (var column in content)
        {
            if (row[column.Index].IsBlank) continue;
            if (column.Field is LedgerField.Level or LedgerField.Sector or LedgerField.Deadline or LedgerField.Person) weak++;
            else strong++;
        }
        return strong > 0 ? strong + weak : weak > 2 ? weak : 0;
    }

    private IEnumerable<string> Early(SheetRow row)
    {
        for (var c = 0; c < Math.Min(3, row.Cells.Length); c++)
            if (row[c].Value is string s && s.Length <= 30) yield return ClerkText.Dense(s);
    }

    // 分管领导签字： beside 年 月 日.
    private static bool IsSigned(SheetRow row)
    {
        var said = row.Cells.Where(c => !c.IsBlank).Select(c => c.Value as string).ToList();
        return said.TrueForAll(s => s is not null && (s.Length < 2 || Signature.IsMatch(ClerkText.Dense(s)) || SignedOn.IsMatch(ClerkText.Dense(s))))
            && !said.TrueForAll(s => SignedOn.IsMatch(ClerkText.Dense(s)));
    }

    // A line drawn with dashes between rows, as text tables have it.
    private static bool IsRule(SheetRow row) => row.Cells.Any(c => c.Text.Length > 1)
        && row.Cells.All(c => c.IsBlank || (c.Value is string s && s.All(x => x is '-' or '=' or ':' or '—' or '─' or ' ')));

    /// <summary>True for a row that is a header too, with its columns in other places.</summary>
    internal bool IsAnotherHeader(SheetRow row) => again.IsAnother(row);

    [GeneratedRegex("^(?:合计|总计|小计|共计|累计|总数|合共|汇总|总计数|计数|本页合计|本表合计|[Tt]otal|TOTAL|[Ss]ubtotal|合计数)(?:[:：(].*)?$|^(?:合计|共计|总计)\\d+[处件条个项]?$")]
    private static partial Regex Total { get; }

    [GeneratedRegex("^.{0,14}(?:小计|合计|总计|共计|汇总|计数)(?::?\\d*[处件条个项]?)?$")]
    private static partial Regex TotalEnd { get; }

    [GeneratedRegex("^(?:注|备注|说明|填表说明|附注|附件|备考|填写说明|填报说明|注意|提示|(?:整改|工作|有关|办理)?要求)(?:[:：1一]|$)|^[*※]|^[Nn]ote|^\\(?(?:以下|下)(?:空白|无正文|无内容|无)\\)?$|^\\(?此页无正文")]
    private static partial Regex Note { get; }

    [GeneratedRegex("^(?:填表|制表|审核|填报|联系|单位负责|分管领导|主要领导|经办|校核|签发|签字|签名|盖章|电话|日期|报送|报表|审批|复核|负责人).{0,8}[:：].{0,30}$")]
    private static partial Regex Signature { get; }

    [GeneratedRegex(@"^(?:\d{4})?年\d{0,2}月\d{0,2}日$")]
    private static partial Regex SignedOn { get; }

    [GeneratedRegex(@"(?:台账|清单|名册|表)(?:\([^)]*\))?$")]
    private static partial Regex Title { get; }

    [GeneratedRegex(@"^\(?第?[一二三四五六七八九十]{1,3}(?:部分|类)?\)?[、.]?$")]
    private static partial Regex Numeral { get; }

    [GeneratedRegex("^(?:共|计|合计|共计)?\\d+[处件条个项]?$")]
    private static partial Regex CountOf { get; }
}
