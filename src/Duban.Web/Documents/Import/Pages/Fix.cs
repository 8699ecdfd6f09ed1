using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import.Pages;

/// <summary>How a place in the list is corrected.</summary>
public enum FixKind
{
    /// <summary>Only by leaving its row out.</summary>
    Row,
    /// <summary>By naming a unit.</summary>
    Unit,
    /// <summary>By a day.</summary>
    Day,
    /// <summary>By other words.</summary>
    Text,
}

/// <summary>A place in the list that a clerk can correct at the dry run: what is wrong, what stands there, what was typed.</summary>
/// <param name="Key">Its name in the form and among the corrections.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Cell">The first cell.</param>
/// <param name="Row">Its row.</param>
/// <param name="Kind">How it is corrected.</param>
/// <param name="Original">What the list says.</param>
public sealed record Fix(string Key, string Sheet, string Cell, int Row, FixKind Kind, string Original)
{
    private static readonly string[] Unread =
    [
        "import.unit_unknown", "import.unit_ambiguous", "import.unit_everybody", "import.text_too_long", "import.level_unknown",
        "import.date_unclear", "import.date_impossible", "import.date_unlikely_year", "import.date_month_first", "import.date_from_event", "import.date_working_days",
        "import.coordinate_unclear", "import.coordinate_half", "import.coordinate_impossible", "import.coordinate_outside",
    ];

    /// <summary>What is wrong there; empty once it is corrected.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>What was typed; null when nothing was.</summary>
    public string? Value { get; init; }

    /// <summary>Rows written the same way and corrected together.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>True when the row is left out.</summary>
    public bool Skipped { get; init; }

    /// <summary>True when the written name is to be kept as another name of the unit.</summary>
    public bool Remembered { get; init; }

    /// <summary>True when what was typed is not understood either.</summary>
    public bool IsUnread => Value is not null && !Skipped && Problems.Any(p => Unread.Contains(p.Code));

    /// <summary>True for a unit's name that stands in a cell, so that it can be remembered.</summary>
    public bool IsName => Key.StartsWith("u!", StringComparison.Ordinal);
}

/// <summary>Every place of a draft that a clerk can correct, worst first, what is corrected already after it.</summary>
public static class Fixes
{
    private static readonly string[] Whole = ["import.number_twice", "import.duplicate"];

    /// <summary>The places, from the draft's problems and from what was corrected.</summary>
    public static IReadOnlyList<Fix> Of(LedgerDraft draft, Corrections corrections)
    {
        var found = new Dictionary<string, Fix>();
        var rows = draft.Rows.GroupBy(r => (r.Sheet, r.Row)).ToDictionary(g => g.Key, g => g.First());
        foreach (var problem in draft.Problems.Where(p => p.Severity != Severity.Note).OrderByDescending(p => p.Severity))
        {
            if (Address.Parse(problem.Cell) is not var (at, column) || !rows.TryGetValue((problem.Sheet, at), out var row)) continue;
            var field = FieldOf(problem, row, column);
            var named = field == LedgerField.Unit && problem.Original.Length > 0 && row[LedgerField.Unit] is { } text
                && row.Corrected.All(c => c.Field != field) && problem.Severity == Severity.Error;
            var key = named ? $"u!{row[LedgerField.Unit]}" : Corrections.Cell(field, at, problem.Sheet);
            if (found.TryGetValue(key, out var fix))
                found[key] = named && fix.Row != at ? fix with { Rows = fix.Rows + 1 } : fix with { Problems = [.. fix.Problems, problem] };
            else
                found[key] = new(key, problem.Sheet, problem.Cell, at, KindOf(problem, field), row.Written(field) ?? problem.Original) { Problems = [problem] };
        }
        foreach (var row in draft.Rows)
            foreach (var cell in row.Corrected)
            {
                var key = corrections.Units.ContainsKey(cell.Original) && cell.Field == LedgerField.Unit ? $"u!{cell.Original}" : Corrections.Cell(cell.Field, row.Row, row.Sheet);
                if (found.TryGetValue(key, out var fix)) found[key] = key[0] == 'u' && fix.Row != row.Row ? fix with { Rows = fix.Rows + 1 } : fix;
                else found[key] = new(key, row.Sheet, row.CellOf(cell.Field), row.Row, KindOf(null, cell.Field), cell.Original);
            }
        foreach (var row in draft.Rows.Where(r => r.Missing.HasFlag(Missing.Wanted) && found.Values.All(f => (f.Sheet, f.Row) != (r.Sheet, r.Row))))
            found[$"{LedgerField.Serial}!{Corrections.Row(row.Row, row.Sheet)}"] = new($"{LedgerField.Serial}!{Corrections.Row(row.Row, row.Sheet)}", row.Sheet, row.CellOf(LedgerField.Serial), row.Row, FixKind.Row, row.Title);
        return [.. found.Values.Select(f => f with
        {
            Value = f.IsName ? corrections.Units.GetValueOrDefault(f.Key[2..]) : corrections.Cells.GetValueOrDefault(f.Key),
            Skipped = corrections.Skipped.Contains(Corrections.Row(f.Row, f.Sheet)),
            Remembered = f.IsName && corrections.Remembered.Contains(f.Key[2..]),
        })];
    }

    private static LedgerField FieldOf(Problem problem, DraftRow row, int column) =>
        problem.Code.StartsWith("import.unit_", StringComparison.Ordinal) ? LedgerField.Unit
        : problem.Code == "import.description_missing" ? LedgerField.Description
        : problem.Code == "import.date_in_text" ? LedgerField.Deadline
        : row.Mapping.Columns.FirstOrDefault(c => c.Index == column)?.Field ?? LedgerField.Other;

    private static FixKind KindOf(Problem? problem, LedgerField field) => field switch
    {
        _ when problem is not null && Whole.Contains(problem.Code) => FixKind.Row,
        LedgerField.Other or LedgerField.Serial or LedgerField.Number => FixKind.Row,
        LedgerField.Unit => FixKind.Unit,
        LedgerField.Deadline or LedgerField.FoundOn or LedgerField.ReceivedOn or LedgerField.CompletedOn or LedgerField.StruckOffOn or LedgerField.StartedOn => FixKind.Day,
        _ => FixKind.Text,
    };
}
