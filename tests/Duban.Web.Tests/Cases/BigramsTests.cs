using CsCheck;
using Duban.Web.Cases;

namespace Duban.Web.Tests.Cases;

/// <summary>Chinese is searched by pairs of neighbouring characters, Latin by words and their beginnings.</summary>
public sealed class BigramsTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char["矿洞涌水衡东县ABc1 ，。-/２"], 1, 20];

    [Theory]
    [InlineData("矿洞涌水", "矿洞 洞涌 涌水 水 ")]
    [InlineData("pH值3.12", "ph 值 3 12 ")]
    [InlineData("ＡＱ－０２０", "aq 020 ")]
    [InlineData("　", "")]
    public void A_text_is_indexed_by_its_runs(string text, string tokens) => Assert.Equal(tokens, Bigrams.Of(text));

    [Fact]
    public void Any_piece_of_a_text_finds_it() => Gen.Select(Text, Gen.Int[0, 19], Gen.Int[1, 20]).Sample((text, from, length) =>
    {
        from = Math.Min(from, text.Length - 1);
        var piece = text.Substring(from, Math.Min(length, text.Length - from));
        // A piece that ends in the middle of a Latin word is its beginning; one that begins there is no word of the text.
        if (from > 0 && IsLatin(text[from]) && IsLatin(text[from - 1])) return true;
        var tokens = Bigrams.Of(text).Split(' ');
        return Bigrams.Query(piece).All(run => Enumerable.Range(0, tokens.Length).Any(at => run.Tokens.Select((token, i) => (token, i))
            .All(t => at + t.i < tokens.Length && (run.Prefix ? tokens[at + t.i].StartsWith(t.token, StringComparison.Ordinal) : tokens[at + t.i] == t.token))));
    });

    [Fact]
    public void A_question_of_many_words_is_cut_to_eight() => Assert.Equal(8, Bigrams.Query(string.Join(' ', Enumerable.Range(0, 50).Select(i => $"w{i}"))).Count);

    private static bool IsLatin(char c) => char.IsLetterOrDigit(c) && c is < '\u2E80' or > '\u9FFF';
}
