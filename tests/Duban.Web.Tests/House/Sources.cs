using System.Text.RegularExpressions;

namespace Duban.Web.Tests.House;

/// <summary>What no source file may contain, whoever wrote it.</summary>
public sealed partial class Sources
{
    /// <summary>The only places that reach for the machine's clock: everybody else is given a TimeProvider.</summary>
    private static readonly string[] ClockMakers =
    [
        "src/Duban.Dispatch/Routing/SolveOptions.cs",
        "src/Duban.Ledger/StoreOptions.cs",
        "src/Duban.Web/Clock/DemoClock.cs",
        "src/Duban.Web/CommandLine/Refusal.cs",
        "src/Duban.Web/Demo/DemoCity.cs",
        "src/Duban.Web/Installation.cs",
        "src/Duban.Web/Shell/ShellServices.cs",
    ];

    [Fact]
    public void Time_comes_from_a_given_clock() => Repository.None(
        "Take a TimeProvider, or the time of the act:",
        from file in Repository.Below(["src/"], ".cs", ".razor")
        from line in Repository.Lines(file)
        where MachineTime().IsMatch(line.Text) || (SystemClock().IsMatch(line.Text) && !ClockMakers.Contains(file))
        select $"{file}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void Pages_carry_no_inline_style_or_script() => Repository.None(
        "The content security policy forbids inline styles, scripts and handlers:",
        from file in Repository.Below(["src/"], ".razor")
        from Match match in Inline().Matches(Repository.Text(file))
        select $"{file}: {match.Value}");

    // Beside an expression the framework encodes the whole value: what is encoded already arrives as &amp;amp;.
    [Fact]
    public void An_address_with_an_expression_is_encoded_once() => Repository.None(
        "Write & in an address that holds an expression:",
        from file in Repository.Below(["src/"], ".razor")
        from Match match in EncodedAddress().Matches(Repository.Text(file))
        select $"{file}: {match.Value}");

    [Fact]
    public void No_file_speaks_of_the_machine_it_was_written_on() => Repository.None(
        "A path or an address of one machine means nothing on another:",
        from file in Repository.Files
        where !file.EndsWith("Sources.cs", StringComparison.Ordinal) && IsText(file)
        from line in Repository.Lines(file)
        where MachinePath().IsMatch(line.Text) || (Resolved().Match(line.Text) is { Success: true } m && m.Groups["host"].Value != "registry.npmjs.org")
        select $"{file}:{line.Number}: {line.Text.Trim()}");

    [Fact]
    public void No_package_source_is_prescribed() => Repository.None(
        "Where packages come from is the reader's affair:",
        Repository.Files.Where(f => Path.GetFileName(f).ToUpperInvariant() is "NUGET.CONFIG" or ".NPMRC" or ".YARNRC"));

    private static bool IsText(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Root, file));
        Span<byte> start = stackalloc byte[4096];
        return !start[..stream.Read(start)].Contains((byte)0);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bEnvironment\.TickCount")]
    private static partial Regex MachineTime();

    [GeneratedRegex(@"\bTimeProvider\.System\b")]
    private static partial Regex SystemClock();

    [GeneratedRegex("""<style[\s>]|\sstyle\s*=|<script(?![^>]*\bsrc\s*=)(?![^>]*application/json)[^>]*>|<[^>]*\son[a-z]+\s*=|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex(@"(^|[\s""'`(=:])(/(work|root)/|/(home|Users)/\w+/|[A-Z]:\\Users\\)")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"""resolved"":\s*""\w+://(?<host>[^/""]+)/")]
    private static partial Regex Resolved();

    [GeneratedRegex(@"(href|src|action)=""[^""]*(@[^""]*&amp;|&amp;[^""]*@)[^""]*""")]
    private static partial Regex EncodedAddress();
}
