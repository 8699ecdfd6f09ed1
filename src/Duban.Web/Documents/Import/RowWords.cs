using Duban.Domain.Documents;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>The words of a row that stand for something: its level, its progress, the verdict on it.</summary>
internal sealed class RowWords(Header header, RowProblems problems)
{
    private readonly Dictionary<string, NamedProgress?> words = [];
    private readonly Dictionary<string, Understanding<NamedLevel>> levels = [];

    /// <summary>Judges them all.</summary>
    internal void Judge(DraftRow draft)
    {
        var level = LevelOf(draft.LevelAsWritten);
        draft.Level = level.Known ? level.Value : null;
        if (level.Code is { } code)
            problems.Tell(draft, Level, Problem.CodeOf(code), Severity.Warning, level.Proposal);
        draft.Progress = Word(draft[Progress]) ?? Word(draft[Status]);
        // A verdict without the work it speaks of is a remark to look into, never a strike-off.
        var undone = draft.Progress is NamedProgress.UnderWay or NamedProgress.NotStarted
            || (draft.Progress is null && draft[Progress] is null && draft.CompletedOn is null && draft.StruckOffOn is null);
        if (undone && ClerkProgress.Verdict(draft[Verdict]) is { Known: true, Value: true } && header.Has(Progress))
            problems.Tell(draft, Verdict, "import.verdict_without_work", Severity.Warning, null, draft.CellOf(Progress), draft[Progress] ?? "");
    }

    private Understanding<NamedLevel> LevelOf(string? text)
    {
        if (text is null) return default;
        if (levels.TryGetValue(text, out var known)) return known;
        var read = ClerkLevel.Read(text);
        if (levels.Count < 1_000) levels[text] = read;
        return read;
    }

    private NamedProgress? Word(string? text)
    {
        if (text is null) return null;
        if (words.TryGetValue(text, out var known)) return known;
        var read = ClerkProgress.Read(text) is { Known: true } understood ? understood.Value : (NamedProgress?)null;
        if (words.Count < 20_000) words[text] = read;
        return read;
    }
}
