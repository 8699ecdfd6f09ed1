using System.Collections.Frozen;

namespace Duban.Domain.Documents;

/// <summary>Words that stand where a date is expected and honestly say that there is none.</summary>
public static class DateWords
{
    private static readonly FrozenDictionary<string, string> Known = Table().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Empty = Nothing.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The code of the word: <c>date.at_once</c>, <c>date.long_term</c> or <c>date.none</c>; null for any other text.</summary>
    /// <param name="dense">Text without blanks, half-width.</param>
    public static string? Find(string dense)
    {
        if (dense.Length > 24) return null;
        if (Known.TryGetValue(dense, out var code)) return code;
        if (dense.Any(char.IsAsciiDigit)) return null;
        var bare = dense.Trim('(', ')', '。', '.', ',', '，', ';', '、', '!', '"', '“', '”');
        if (Known.TryGetValue(bare, out code)) return code;
        // 立行立改，长期坚持: the first word decides.
        var cut = bare.AsSpan().IndexOfAny("、,，;；并");
        if (cut > 0 && Known.TryGetValue(bare[..cut], out code)) return code;
        return null;
    }

    /// <summary>True for words that say at once: 立行立改, 立即整改, 即知即改.</summary>
    public static bool IsAtOnce(string? text) => Find(ClerkText.Dense(text)) == "date.at_once";

    /// <summary>True for words that say by themselves why there is no date: at once, or kept up for long. 待定 and 无 say nothing.</summary>
    public static bool IsReason(string? text) => Find(ClerkText.Dense(text)) is "date.at_once" or "date.long_term";

    /// <summary>True for what stands in a cell or a field and gives no reason at all: 无, 待定, a dash, marks alone.</summary>
    public static bool SaysNothing(string? text) => ClerkText.Dense(text) is var dense && (!dense.Any(char.IsLetterOrDigit) || Empty.Contains(dense));

    private const string AtOnce = """
        立行立改 立查立改 立整立改 即知即改 即查即改 即行即改 立即整改 立即整改到位 立即 立刻 马上 立改 立即完成 当场整改 现场整改 随时
        即时 即时整改 即时改正 即时处理 立即改正 立即处理 立即销号 立行立办 立说立行 当即整改 立整 即改 马上整改 边查边改 边督边改 立即办理
        immediately asap
        """;

    private const string LongTerm = """
        长期坚持 坚持长期整改 长期 长期化 持续推进 持续整改 坚持长期 长期整改 常态化 常态化推进 常态化整改 持续 持续坚持 长效坚持 长期推进
        全年 全年推进 长期落实 ongoing longterm
        """;

    private const string Nothing = @"/ - — -- —— 无 待定 暂无 未定 不详 n/a N/A na none tbd TBD \";

    private const string None = "已整改 已完成整改 已完成 无期限 另行通知 按方案 按计划 " + Nothing;

    private static IEnumerable<KeyValuePair<string, string>> Table() =>
        from kind in ((string Words, string Code)[])[(AtOnce, "date.at_once"), (LongTerm, "date.long_term"), (None, "date.none")]
        from word in kind.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        select KeyValuePair.Create(word, kind.Code);
}
