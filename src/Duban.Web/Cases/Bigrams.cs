using System.Text;
using Duban.Domain;

namespace Duban.Web.Cases;

/// <summary>Chinese has no spaces: text is indexed as Latin words and pairs of neighbouring characters, in both databases alike.</summary>
public static class Bigrams
{
    /// <summary>Tokens of a text, separated by spaces.</summary>
    public static string Of(params ReadOnlySpan<string?> texts)
    {
        var tokens = new StringBuilder();
        foreach (var text in texts)
            foreach (var run in Runs(text))
                if (!IsHan(run[0])) tokens.Append(run).Append(' ');
                else for (var i = 0; i < run.Length; i++) tokens.Append(run, i, Math.Min(2, run.Length - i)).Append(' ');
        return tokens.ToString();
    }

    /// <summary>Each run of the query as its tokens in order: a run matches where all of them stand side by side.</summary>
    public static IReadOnlyList<(IReadOnlyList<string> Tokens, bool Prefix)> Query(string text) =>
        [.. Runs(text).Take(8).Select(run => IsHan(run[0]) && run.Length > 1
            ? ([.. Enumerable.Range(0, run.Length - 1).Select(i => run.Substring(i, 2))], false)
            : ((IReadOnlyList<string>)[run], true))];

    private static IEnumerable<string> Runs(string? text)
    {
        if (string.IsNullOrEmpty(text)) yield break;
        var run = new StringBuilder();
        var han = false;
        foreach (var c in PlainText.Of(text))
        {
            var letter = char.IsLetterOrDigit(c);
            if (run.Length > 0 && (!letter || IsHan(c) != han)) { yield return run.ToString(); run.Clear(); }
            if (!letter) continue;
            han = IsHan(c);
            run.Append(char.ToLowerInvariant(c));
        }
        if (run.Length > 0) yield return run.ToString();
    }

    private static bool IsHan(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
