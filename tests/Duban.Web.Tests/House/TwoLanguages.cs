using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Duban.Web.Tests.House;

/// <summary>Chinese first and English by switch: no sentence exists in one language only.</summary>
public sealed partial class TwoLanguages
{
    private static readonly List<string> Chinese =
        [.. Repository.Below(["src/"], ".resx").Where(f => !f.EndsWith(".en.resx", StringComparison.Ordinal))];

    [Fact]
    public void Every_text_exists_in_both_languages_and_none_is_empty()
    {
        Assert.NotEmpty(Chinese);
        Repository.None(
            "A text is missing, double or empty in one language:",
            from file in Chinese
            let zh = Texts(file)
            let en = Texts(English(file))
            from offence in zh.Keys.Except(en.Keys).Select(k => $"{English(file)}: {k} is missing")
                .Concat(en.Keys.Except(zh.Keys).Select(k => $"{file}: {k} is missing"))
                .Concat(zh.Concat(en).Where(t => t.Value.Any(string.IsNullOrWhiteSpace)).Select(t => $"{file}: {t.Key} is empty"))
                .Concat(zh.Concat(en).Where(t => t.Value.Count > 1).Select(t => $"{file}: {t.Key} is there twice"))
            select offence);
    }

    [Fact]
    public void No_text_stands_in_two_files() => Repository.None(
        "The catalogue of texts is one: a key that two modules define stops the program at its first page:",
        from text in Chinese.SelectMany(file => Texts(file).Keys.Select(key => (file, key)))
        group text.file by text.key into places
        where places.Count() > 1
        select $"{places.Key}: {string.Join(", ", places)}");

    [Fact]
    public void Both_languages_speak_of_the_same_arguments() => Repository.None(
        "A sentence leaves out an argument, or names one more, in one of its languages:",
        from file in Chinese
        let en = Texts(English(file))
        from text in Texts(file)
        where en.ContainsKey(text.Key)
        let here = Arguments(text.Value[0])
        let there = Arguments(en[text.Key][0])
        where !here.SetEquals(there)
        select $"{file}: {text.Key}: {string.Join(',', here)} in Chinese, {string.Join(',', there)} in English");

    [Fact]
    public void Every_reason_a_rule_gives_has_its_words()
    {
        var words = Chinese.SelectMany(f => Texts(f).Keys).ToHashSet();
        Repository.None(
            "A reason without words in Texts.resx would reach the reader as a code:",
            from file in Repository.Below(["src/"], ".cs")
            from line in Repository.Lines(file)
            from Match match in (file.StartsWith("src/Duban.Domain/", StringComparison.Ordinal) ? RuleReason() : Reason()).Matches(line.Text)
            let code = match.Groups["code"].Value
            where !words.Contains("reason." + code)
            select $"{file}:{line.Number}: {code}");
    }

    private static string English(string file) => file.Replace(".resx", ".en.resx", StringComparison.Ordinal);

    private static Dictionary<string, List<string>> Texts(string file) => XDocument.Parse(Repository.Text(file)).Descendants("data")
        .GroupBy(d => (string)d.Attribute("name")!, d => (string?)d.Element("value") ?? "")
        .ToDictionary(g => g.Key, g => g.ToList());

    private static HashSet<string> Arguments(string text) => [.. Argument().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"(new Reason|reasons\.Add\(new)\(""(?<code>[a-z_]+(\.[a-z_]+)+)""")]
    private static partial Regex Reason();

    // Inside the rules nothing but reasons is spelt this shortly.
    [GeneratedRegex(@"(new Reason|(reasons|problems)\.Add\(new|yield return new)\(""(?<code>[a-z_]+(\.[a-z_]+)+)""")]
    private static partial Regex RuleReason();

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Argument();
}
