namespace Duban.Dispatch.Routing.Files;

/// <summary>Splits a text into lines of words that know where they stand.</summary>
internal static class Words
{
    public static List<Word[]> Lines(string text)
    {
        var lines = new List<Word[]>();
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var words = Split(line, number);
            if (words.Length > 0) lines.Add(words);
        }
        return lines;
    }

    private static Word[] Split(ReadOnlySpan<char> line, int number)
    {
        var words = new List<Word>();
        for (var i = 0; i < line.Length;)
        {
            while (i < line.Length && char.IsWhiteSpace(line[i])) i++;
            var start = i;
            while (i < line.Length && !char.IsWhiteSpace(line[i])) i++;
            if (i > start) words.Add(new Word(line[start..i].ToString(), number, start + 1));
        }
        return [.. words];
    }
}
