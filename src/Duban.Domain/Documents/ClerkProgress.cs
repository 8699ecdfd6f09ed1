using System.Text.RegularExpressions;

namespace Duban.Domain.Documents;

/// <summary>How far a list says a matter has got; a list's word is a remark, never a proof.</summary>
public enum NamedProgress
{
    /// <summary>未启动, 未整改, Open.</summary>
    NotStarted,
    /// <summary>正在整改, 完成60%, 已制定方案.</summary>
    UnderWay,
    /// <summary>已完成整改, 已办结, 100%, Closed.</summary>
    Done,
}

/// <summary>What a list says about progress and about an acceptance, in a clerk's many words.</summary>
public static partial class ClerkProgress
{
    /// <summary>Reads a cell of 整改进展, 整改情况 or a status.</summary>
    public static Understanding<NamedProgress> Read(string? text)
    {
        var s = ClerkText.Dense(text);
        if (s.Length == 0 || s is "/" or "-") return default;
        if (s.Length <= 400)
        {
            if (Share.Match(s) is { Success: true } share)
                return Understanding.Of(decimal.Parse(share.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) switch
                {
                    >= 100 => NamedProgress.Done,
                    0 => NamedProgress.NotStarted,
                    _ => NamedProgress.UnderWay,
                });
            if (NotYet.IsMatch(s)) return Understanding.Of(NamedProgress.NotStarted);
            if (Going.IsMatch(s)) return Understanding.Of(NamedProgress.UnderWay);
            if (Finished.IsMatch(s)) return Understanding.Of(NamedProgress.Done);
        }
        return Understanding.Not<NamedProgress>("progress.unclear");
    }

    /// <summary>Reads a cell of 验收结果: true for passed, false for refused.</summary>
    public static Understanding<bool> Verdict(string? text)
    {
        var s = ClerkText.Dense(text);
        if (s.Length == 0 || s is "/" or "-") return default;
        if (Refused.IsMatch(s)) return Understanding.Of(false);
        return Passed.IsMatch(s) ? Understanding.Of(true) : Understanding.Not<bool>("progress.unclear");
    }

    [GeneratedRegex(@"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)%")]
    private static partial Regex Share { get; }

    [GeneratedRegex("^(?:未(?:整改|启动|开工|开始|动工|完成|办结|销号|落实|处理)|尚未|没有|否$|×$|x$|无$|待|[Oo]pen|[Nn]ew)")]
    private static partial Regex NotYet { get; }

    [GeneratedRegex("正在|整改中|推进|进行中|持续|部分|基本|已制定|制定方案|已启动|已停产|已责令|已下达|已立案|预计|计划|拟|尚有|仍|未完成|阶段性|办理中|处理中|[Ii]nprogress|申请验收")]
    private static partial Regex Going { get; }

    [GeneratedRegex("完成|已整改|整改到位|整改完毕|办结|已落实|销号|已处理|解决|√|✓|✔|^是$|^已改$|完结|已拆除|已关闭|[Cc]losed|[Dd]one|[Rr]esolved|[Cc]ompleted")]
    private static partial Regex Finished { get; }

    [GeneratedRegex("不通过|未通过|不合格|不同意|不予|未达标|不达标|退回|未验收|×|[Ff]ail")]
    private static partial Regex Refused { get; }

    [GeneratedRegex("通过|合格|同意|达标|已验收|验收完成|已销号|√|✓|✔|^是$|[Pp]ass")]
    private static partial Regex Passed { get; }
}
