using System.Globalization;
using System.Text.RegularExpressions;
using Duban.Web.Documents.Import;
using Duban.Web.Shell;
using Duban.Web.Tests.House;

namespace Duban.Web.Tests.Documents;

public sealed partial class ProblemWordsTests
{
    private static readonly Words zh = Speak("zh-CN"), en = Speak("en");

    [Fact]
    public void Every_code_in_the_reader_has_words_in_both_languages()
    {
        var codes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Duban.Web/Documents/Import"), "*.cs")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Duban.Domain/Documents"), "*.cs"))
            .SelectMany(f => Code.Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.InRange(codes.Count, 50, 200);
        foreach (var code in codes.Select(Spoken).Where(c => c is not null))
            Assert.Equal((code, true, true), (code, zh.Knows($"problem.{code}"), en.Knows($"problem.{code}")));
    }

    [Fact]
    public void Every_field_has_a_name_in_both_languages() => Assert.All(Enum.GetValues<LedgerField>(),
        f => Assert.True(zh.Knows($"ledger_field.{f}") && en.Knows($"ledger_field.{f}")));

    [Fact]
    public void Every_problem_of_the_hand_over_list_reads_as_a_sentence()
    {
        var draft = Hengyang.Read(Hengyang.Demo("hazard-ledger-114.xlsx"));
        Assert.All(draft.Problems, p => Assert.DoesNotContain("{", ProblemWords.Of(p, zh) + ProblemWords.Of(p, en) + ProblemWords.Then(p, en), StringComparison.Ordinal));
        var swapped = draft.Problems.Single(p => p.Cell == "G75");
        Assert.Equal(("纬度、经度写反", "对调为 112.593915,26.670329"), (ProblemWords.Of(swapped, zh), ProblemWords.Then(swapped, zh)));
        Assert.Equal("纬度、经度写反；对调为 112.593915,26.670329", ProblemWords.Whole(swapped, zh));
    }

    // Codes of single cells reach the reader under the name of the import; what was merely assumed is not told.
    private static string? Spoken(string code) => code switch
    {
        _ when code is "import.unit" => null,
        _ when code.StartsWith("file.", StringComparison.Ordinal) || code.StartsWith("sheet.", StringComparison.Ordinal)
            || code.StartsWith("import.", StringComparison.Ordinal) => code.EndsWith('_') ? null : code,
        "date.impossible" or "date.unclear" or "date.unlikely_year" or "date.working_days" or "date.several" or "date.decimal_ambiguous" or "date.month_first" or "date.done" => "import.date_" + code[5..],
        _ when code.StartsWith("coordinate.", StringComparison.Ordinal) && code.Length > 11 => "import.coordinate_" + code[11..],
        "level.padded" or "level.unknown" => "import.level_" + code[6..],
        _ when code.StartsWith("unit.", StringComparison.Ordinal) && code.Length > 5 && code != "unit.abbreviated" => "import.unit_" + code[5..],
        _ => null,
    };

    private static Words Speak(string culture) => new(CultureInfo.GetCultureInfo(culture), new(2021, 3, 15, 0, 30, 0, TimeSpan.Zero), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [GeneratedRegex("\"((?:file|sheet|import|date|coordinate|level|unit)\\.[a-z_]+)\"")]
    private static partial Regex Code { get; }
}
