using Duban.Domain;
using Duban.Domain.Documents;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>Reads one row's cells into what they mean, and tells what is wrong with each by its address.</summary>
internal sealed class RowJudge(string sheet, Header header, DateFrame frame, ImportOptions options, RowProblems problems)
{
    private readonly RowDays days = new(header, frame, problems);
    private readonly RowWords words = new(header, problems);
    private readonly MappedColumn[] columns = [.. header.Mapping.Columns];
    private readonly bool beside = IsBeside(header);
    private readonly LevelMarks marks = new(header);
    private readonly UnitMarks? ticked = UnitMarks.Of(header, options.Units);
    private DraftRow? above;

    /// <summary>Judges a row with merged cells filled.</summary>
    internal DraftRow Judge(SheetRow row)
    {
        (row, var corrected) = CorrectedRow.Of(row, sheet, header, options.Corrections);
        var draft = new DraftRow { Sheet = sheet, Row = row.Number, Mapping = header.Mapping, Corrected = corrected, Places = row.Places };
        List<KeyValuePair<string, string>>? other = null;
        foreach (var column in columns)
        {
            if (TextOf(draft, column.Index, row[column.Index]) is not { } text) continue;
            if (column.Field == Other) (other ??= []).Add(new(column.Heading.Length > 0 ? column.Heading : column.Letter, text));
            else Put(draft, column, Ditto(draft, column, text));
            if (column.Field == Level) draft.LevelAsWritten = row[column.Index].Text;
        }
        draft.Other = other ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
        foreach (var cell in corrected.Where(c => !header.Has(c.Field))) draft[cell.Field] = cell.Value;
        Lengths(draft);
        days.Judge(draft, row);
        words.Judge(draft);
        Point(draft);
        return above = draft;
    }

    // What a cell says, to the limit of a text; null where it says nothing, went wrong, or only ticks what its heading says.
    private string? TextOf(DraftRow draft, int column, Cell cell)
    {
        if (cell.Value is null) return null;
        if (cell.Error is { } error)
        {
            problems.Tell(draft, column, error.Sign == CellError.Uncalculated ? "import.formula_without_value" : "import.cell_error", error.Sign, null, Severity.Warning);
            return null;
        }
        // '=1 is how a spreadsheet is told that =1 is text.
        var text = cell.Value is string s ? Readable(s is ['\'', ..] && s.AsSpan(1).TrimStart() is ['=' or '+' or '-' or '@', ..] ? s[1..] : s) : cell.Text;
        if (text.Length == 0 || Ticks(draft, column, text)) return null;
        var most = options.Limits.CellCharacters;
        if (text.Length <= most) return text;
        problems.Tell(draft, column, "import.text_too_long", text.Head(60), null, Severity.Error, text.Length, most);
        draft.Missing |= Missing.Shorter;
        return text.Head(most);
    }

    private bool Ticks(DraftRow draft, int column, string text)
    {
        if (marks.Says(column, text, out var level))
        {
            if (level is not null) draft[Level] = draft.LevelAsWritten = draft[Level] is { } before ? $"{before}、{level}" : level;
            return true;
        }
        if (ticked is null || !ticked.Says(column, text, out var unit)) return false;
        if (unit is not null) draft[Unit] = draft[Unit] is { } first ? $"{first}、{unit}" : unit;
        return true;
    }

    private void Put(DraftRow draft, MappedColumn column, string text)
    {
        // Two tables beside each other: one row holds two matters, and one case cannot be both.
        if (beside && column.Field == Description && draft[Description] is not null)
        {
            problems.Tell(draft, column.Index, "import.two_matters", text, null, Severity.Error);
            draft.Missing |= Missing.Description;
        }
        // A description split over two columns reads as one; a merged heading's repeated value counts once.
        if (draft[column.Field] is { } before) text = before == text ? before : $"{before}；{text}";
        draft[column.Field] = text;
    }

    // Headings that come again further on, not side by side as under one merged heading.
    private static bool IsBeside(Header header)
    {
        bool Again(LedgerField field) => header.Mapping.Columns.Where(c => c.Field == field && c.Heading.Length > 0)
            .Any(c => header.Mapping.Columns.Any(other => other.Index > c.Index + 1 && other.Heading == c.Heading));
        return Again(Description) && (Again(Unit) || Again(Serial));
    }

    private string Ditto(DraftRow draft, MappedColumn column, string text)
    {
        if (text.Length > 6 || !IsDitto(text)) return text;
        var meant = above?[column.Field];
        // A unit named once per group is found when the whole column is known.
        if (meant is null && column.Field == Unit) return "";
        if (meant is null)
        {
            problems.Tell(draft, column.Index, "import.ditto_without_above", text, null, Severity.Warning);
            return column.Field is Description or Unit or Site or Deadline ? "" : text;
        }
        problems.Tell(draft, column.Index, "import.ditto", text, meant, Severity.Warning, above!.CellAt(column.Index));
        return meant;
    }

    private static bool IsDitto(string text) => ClerkText.Dense(text).TrimEnd('。')
        is "同上" or "同前" or "同上行" or "同上一行" or "同上条" or "↓" or "〃" or "\"" or "″" or "”" or "''" or "ditto" or "Ditto";

    private void Lengths(DraftRow draft)
    {
        foreach (var (field, most) in (ReadOnlySpan<(LedgerField, int)>)[(Description, options.Limits.CellCharacters), (draft[Place] is null ? Site : Place, 500)])
            if (draft[field] is { } text && text.Length > most && !draft.Missing.HasFlag(Missing.Shorter))
            {
                problems.Tell(draft, field, "import.text_too_long", Severity.Error, null, text.Length, most);
                draft.Missing |= Missing.Shorter;
            }
    }

    private void Point(DraftRow draft)
    {
        var together = draft[LedgerField.Coordinate] is { } both;
        var read = together ? ClerkCoordinate.Read(draft[LedgerField.Coordinate], options.Area) : ClerkCoordinate.Read(draft[Longitude], draft[Latitude], options.Area);
        draft.Point = read.Known ? read.Value : null;
        if (read.Code is { } code)
            problems.Tell(draft, together ? LedgerField.Coordinate : draft[Longitude] is null ? Latitude : Longitude,
                Problem.CodeOf(code), Severity.Warning, read.Proposal);
    }

    // Invisible characters and outer blanks go; line breaks inside stay, as clerks use them to number points.
    private static string Readable(string s)
    {
        foreach (var c in s)
            if (ClerkText.IsInvisible(c)) return Whole(string.Concat(s.Where(x => !ClerkText.IsInvisible(x)))).Trim();
        return Whole(s).Trim();
    }

    // Half of a character that needs two cannot be stored by every database.
    private static string Whole(string s)
    {
        for (var i = 0; i < s.Length; i++)
            if (char.IsHighSurrogate(s[i]) && i + 1 < s.Length && char.IsLowSurrogate(s[i + 1])) i++;
            else if (char.IsSurrogate(s[i])) return System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(s));
        return s;
    }
}
