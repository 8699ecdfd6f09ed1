namespace Duban.Web.CommandLine;

/// <summary>Where a command reads and writes, and the language it speaks.</summary>
/// <param name="In">Answers and secrets typed or piped in.</param>
/// <param name="Out">Results, for the next program in a pipe.</param>
/// <param name="Error">Everything else, for people.</param>
/// <param name="Chinese">Chinese when the locale is a Chinese one, English otherwise.</param>
/// <param name="Variable">An environment variable, or null.</param>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error, bool Chinese, Func<string, string?> Variable)
{
    /// <summary>The console; LC_ALL, then LC_MESSAGES, then LANG decide the language, as everywhere on Unix.</summary>
    public static Terminal OfThisProcess() => For(Console.In, Console.Out, Console.Error, Environment.GetEnvironmentVariable);

    /// <summary>A terminal over given streams and variables.</summary>
    public static Terminal For(TextReader input, TextWriter output, TextWriter error, Func<string, string?> variable)
    {
        var locale = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable).FirstOrDefault(v => !string.IsNullOrEmpty(v));
        return new(input, output, error, locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ?? false, variable);
    }

    /// <summary>The sentence in the terminal's language.</summary>
    public string Words(Wording sentence) => Chinese ? sentence.Chinese : sentence.English;

    /// <summary>The sentence in the terminal's language.</summary>
    public string Words(string chinese, string english) => Chinese ? chinese : english;

    /// <summary>Prints a result.</summary>
    public void Say(string chinese, string english) => Out.WriteLine(Words(chinese, english));

    /// <summary>Prints a complaint.</summary>
    public void Complain(string chinese, string english) => Error.WriteLine(Words(chinese, english));

    /// <summary>Prints a complaint.</summary>
    public void Complain(Wording sentence) => Error.WriteLine(Words(sentence));

    /// <summary>Reads a secret: unseen from a keyboard, one line from a pipe; null at the end of input.</summary>
    public string? Secret(string chinese, string english)
    {
        if (!ReferenceEquals(In, Console.In) || Console.IsInputRedirected) return In.ReadLine();
        Error.Write(Words(chinese, english));
        var typed = new System.Text.StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            if (key.Key != ConsoleKey.Backspace) typed.Append(key.KeyChar);
            else if (typed.Length > 0) typed.Length--;
        Error.WriteLine();
        return typed.ToString();
    }
}
