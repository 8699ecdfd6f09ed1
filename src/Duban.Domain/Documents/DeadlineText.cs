using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>
/// Finds the day something is to be done by where a list says it inside a sentence: 存在裂缝，3月15日前整改到位. A day on which something
/// happened, was found or was done is none.
/// </summary>
public static partial class DeadlineText
{
    private const int Longest = 2_000;

    /// <summary>The last such day of a text, under <c>date.in_text</c>; nothing where there is none.</summary>
    public static Understanding<DateOnly> Find(string? text, DateFrame frame)
    {
        var dense = ClerkText.Dense(text);
        if (dense.Length is < 6 or > Longest || !Hint.IsMatch(dense)) return default;
        var digits = DateText.WithDigits(dense);
        DateOnly? last = null;
        foreach (var found in DateScan.All(digits, frame))
            if (found.Date is { } day && IsDue(digits, found, frame) && (last is null || day > last)) last = day;
        return last is { } due ? Understanding.Of(due, "date.in_text") : default;
    }

    private static bool IsDue(string text, DateScan.Found found, DateFrame frame)
    {
        // A day that is over on the list's own is history, however it is told.
        if (found.Date < frame.Reference || (found.Code == "date.counted" && !frame.Dated)) return false;
        var clause = text[(text.AsSpan(0, found.Span.From).LastIndexOfAny("。;,!?\n") + 1)..found.Span.From];
        if (Past.IsMatch(clause)) return false;
        var after = text.AsSpan(found.Span.To);
        // 清运（3月20日前）: what is to be done stands before the bracket.
        if (clause.EndsWith('(') && InBracket.IsMatch(after)) return true;
        return (Before.IsMatch(after) || found.Code == "date.counted" || Demand.IsMatch(clause)) && ToBeDone.IsMatch(after);
    }

    [GeneratedRegex("前|内|限|须|应|务必|拟|确保|要求|责令|计划|预计")]
    private static partial Regex Hint { get; }

    [GeneratedRegex("已(?!责令|要求|下达|通知|督促|函告)|曾|自|从|截[至止]|以来|发生|检查|发现|排查|收到|接到|抽查|巡查|督查")]
    private static partial Regex Past { get; }

    [GeneratedRegex("^(?:之前|以前|前|底前|止)")]
    private static partial Regex Before { get; }

    [GeneratedRegex(@"^(?:之前|以前|前|底前)(?:完成|到位)?\)")]
    private static partial Regex InBracket { get; }

    [GeneratedRegex("(?:限期?|要求|责令|必须|应当?|须|务必|确保|力争|计划|预计|拟|请)(?:在|于)?$")]
    private static partial Regex Demand { get; }

    [GeneratedRegex(@"^(?!.{0,6}已)[^。;,\d]{0,14}?(?:整改|完成|到位|办结|销号|整治|治理|清理|清除|清运|拆除|修复|修缮|更换|消除|落实|处置|处理|达标|恢复|建成|关闭|安装|补齐|补充|报送|报告|反馈|验收)")]
    private static partial Regex ToBeDone { get; }
}
