using Duban.Domain.Documents;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>Reads one row's cells into what they mean, and tells what is wrong with each by its address.</summary>
internal sealed class RowJudge(string sheet, Header header, DateFrame frame, ImportOptions options, ProblemLog log)
{
    // 2099-12-31 is a way to say never.
    private const int FarAhead = 20;

    private readonly Dictionary<(string, DateFrame), Understanding<DateOnly>> dates = [];
    private readonly MappedColumn[] columns = [.. header.Mapping.Columns];
    private readonly Dictionary<string, NamedProgress?> words = [];
    private readonly Dictionary<string, Understanding<NamedLevel>> levels = [];
    private readonly int[] indexes = [.. Enum.GetValues<LedgerField>().Select(f => header.Mapping.Of(f).ToList() is [var only] ? only : -1)];
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
            var cell = row[column.Index];
            if (cell.Value is null) continue;
            if (cell.Error is { } error)
            {
                Tell(draft, column.Index, error.Sign == CellError.Uncalculated ? "import.formula_without_value" : "import.cell_error", error.Sign, null, Severity.Warning);
                continue;
            }
            // '=1 is how a spreadsheet is told that =1 is text.
            var text = cell.Value is string s ? Readable(s is ['\'', ..] && s.AsSpan(1).TrimStart() is ['=' or '+' or '-' or '@', ..] ? s[1..] : s) : cell.Text;
            if (text.Length == 0) continue;
            if (marks.Says(column.Index, text, out var level))
            {
                if (level is not null) draft[Level] = draft.LevelAsWritten = draft[Level] is { } before ? $"{before}、{level}" : level;
                continue;
            }
            if (ticked is not null && ticked.Says(column.Index, text, out var unit))
            {
                if (unit is not null) draft[Unit] = draft[Unit] is { } first ? $"{first}、{unit}" : unit;
                continue;
            }
            if (text.Length > options.Limits.CellCharacters)
            {
                Tell(draft, column.Index, "import.text_too_long", text[..60], null, Severity.Error, text.Length, options.Limits.CellCharacters);
                draft.Missing |= Missing.Shorter;
                text = text[..options.Limits.CellCharacters];
            }
            if (column.Field == Other) (other ??= []).Add(new(column.Heading.Length > 0 ? column.Heading : column.Letter, text));
            else Put(draft, column, Ditto(draft, column, text));
            if (column.Field == Level) draft.LevelAsWritten = cell.Text;
        }
        draft.Other = other ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
        foreach (var cell in corrected.Where(c => !header.Has(c.Field))) draft[cell.Field] = cell.Value;
        Lengths(draft);
        Days(draft, row);
        Words(draft);
        Point(draft);
        return above = draft;
    }

    private void Put(DraftRow draft, MappedColumn column, string text)
    {
        // Two tables beside each other: one row holds two matters, and one case cannot be both.
        if (beside && column.Field == Description && draft[Description] is not null)
        {
            Tell(draft, column.Index, "import.two_matters", text, null, Severity.Error);
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
            Tell(draft, column.Index, "import.ditto_without_above", text, null, Severity.Warning);
            return column.Field is Description or Unit or Site or Deadline ? "" : text;
        }
        Tell(draft, column.Index, "import.ditto", text, meant, Severity.Warning, above!.CellAt(column.Index));
        return meant;
    }

    private static bool IsDitto(string text) => ClerkText.Dense(text).TrimEnd('。')
        is "同上" or "同前" or "同上行" or "同上一行" or "同上条" or "↓" or "〃" or "\"" or "″" or "”" or "''" or "ditto" or "Ditto";

    private void Days(DraftRow draft, SheetRow row)
    {
        var behind = frame with { Sense = DateSense.Behind };
        var (found, received) = (Day(draft, row, FoundOn, behind), Day(draft, row, ReceivedOn, behind));
        draft.FoundOn = found.Known ? found.Value : received.Known ? received.Value : null;
        // A row that names its own day in full is read against it.
        var own = Full(received) ?? Full(found);
        var ahead = own is { } from ? frame with { Reference = from, YearFixed = false, Dated = true } : frame;
        draft.Deadline = Day(draft, row, Deadline, ahead);
        if (draft.Deadline is { Known: true, Code: "date.done" }) draft.Deadline = Understanding.Not<DateOnly>("date.done");
        if (draft[Deadline] is null) InText(draft, ahead);
        TellDay(draft, Deadline, draft.Deadline);
        draft.CompletedOn = Fact(draft, row, CompletedOn, ahead);
        draft.StruckOffOn = Fact(draft, row, StruckOffOn, ahead);
        if (draft.Deadline.Known && own is { } start && draft.Deadline.Value < start)
            Tell(draft, Deadline, "import.deadline_before_found", Severity.Warning, null, start);
        else if (draft.Deadline.Known && !frame.YearFixed && draft.Deadline.Value < frame.Reference.AddYears(-1))
            Tell(draft, Deadline, "import.deadline_long_past", Severity.Warning, null, frame.Reference);
        else if (draft.Deadline.Known && draft.Deadline.Value > frame.Reference.AddYears(FarAhead))
            Tell(draft, Deadline, "import.deadline_far_ahead", Severity.Warning, null, frame.Reference);
        if (draft is { CompletedOn: { } done, StruckOffOn: { } off } && off < done)
            Tell(draft, StruckOffOn, "import.struck_off_before_done", Severity.Warning, null, draft.CellOf(CompletedOn));
    }

    // Where no cell is for the deadline, or none is filled in, the matter or what is to be done about it may say the day.
    private void InText(DraftRow draft, DateFrame ahead)
    {
        foreach (var field in (ReadOnlySpan<LedgerField>)[Description, Measures, Goal, Remarks])
        {
            if (DeadlineText.Find(draft[field], ahead) is not { Known: true } read) continue;
            draft.Deadline = read;
            Tell(draft, field, Problem.CodeOf(read.Code!), Severity.Warning, read.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            return;
        }
    }

    private static DateOnly? Full(Understanding<DateOnly> read) => read is { Known: true, Code: null or "date.serial" } ? read.Value : null;

    private DateOnly? Fact(DraftRow draft, SheetRow row, LedgerField field, DateFrame ahead)
    {
        var read = Day(draft, row, field, ahead);
        if (read is { Outcome: Outcome.NotUnderstood, Code: "date.impossible" }) TellDay(draft, field, read);
        return read.Known ? read.Value : null;
    }

    private Understanding<DateOnly> Day(DraftRow draft, SheetRow row, LedgerField field, DateFrame at)
    {
        if (draft[field] is not { } text) return default;
        if (indexes[(int)field] is >= 0 and var index)
        {
            var cell = row[index];
            if (cell.Instant is { } instant)
                return DateFrame.MayMean(instant.Year) ? Understanding.Of(DateOnly.FromDateTime(instant)) : Understanding.Not<DateOnly>("date.unlikely_year");
            if (cell.Number is { } number) return ClerkDate.FromNumber(number, at);
        }
        if (dates.TryGetValue((text, at), out var known)) return known;
        var read = ClerkDate.Read(text, at);
        if (dates.Count < 50_000) dates[(text, at)] = read;
        return read;
    }

    private void TellDay(DraftRow draft, LedgerField field, Understanding<DateOnly> read)
    {
        if (read.Outcome == Outcome.NotUnderstood)
            Tell(draft, field, Problem.CodeOf(read.Code!), Severity.Warning, read.Proposal);
        else if (read.Known && Assumed(read.Code) is { } severity)
            Tell(draft, field, Problem.CodeOf(read.Code!), severity, read.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    // What had to be assumed to have a day at all is said beside it; a year taken from the list is said once for the sheet.
    private Severity? Assumed(string? code) => code switch
    {
        "date.several" or "date.decimal_ambiguous" or "date.republican_year" => Severity.Warning,
        "date.counted" => frame.Dated ? Severity.Note : Severity.Warning,
        "date.part_of_month" or "date.month_end" or "date.month_assumed" or "date.two_digit_year" => Severity.Note,
        _ => null,
    };

    private void Lengths(DraftRow draft)
    {
        foreach (var (field, most) in (ReadOnlySpan<(LedgerField, int)>)[(Description, options.Limits.CellCharacters), (draft[Place] is null ? Site : Place, 500)])
            if (draft[field] is { } text && text.Length > most && !draft.Missing.HasFlag(Missing.Shorter))
            {
                Tell(draft, field, "import.text_too_long", Severity.Error, null, text.Length, most);
                draft.Missing |= Missing.Shorter;
            }
    }

    private void Words(DraftRow draft)
    {
        var level = LevelOf(draft.LevelAsWritten);
        draft.Level = level.Known ? level.Value : null;
        if (level.Code is { } code)
            Tell(draft, Level, Problem.CodeOf(code), Severity.Warning, level.Proposal);
        draft.Progress = Word(draft[Progress]) ?? Word(draft[Status]);
        // A verdict without the work it speaks of is a remark to look into, never a strike-off.
        var undone = draft.Progress is NamedProgress.UnderWay or NamedProgress.NotStarted
            || (draft.Progress is null && draft[Progress] is null && draft.CompletedOn is null && draft.StruckOffOn is null);
        if (undone && ClerkProgress.Verdict(draft[Verdict]) is { Known: true, Value: true } && header.Has(Progress))
            Tell(draft, Verdict, "import.verdict_without_work", Severity.Warning, null, draft.CellOf(Progress), draft[Progress] ?? "");
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

    private void Point(DraftRow draft)
    {
        var together = draft[LedgerField.Coordinate] is { } both;
        var read = together ? ClerkCoordinate.Read(draft[LedgerField.Coordinate], options.Area) : ClerkCoordinate.Read(draft[Longitude], draft[Latitude], options.Area);
        draft.Point = read.Known ? read.Value : null;
        if (read.Code is { } code)
            Tell(draft, together ? LedgerField.Coordinate : draft[Longitude] is null ? Latitude : Longitude,
                Problem.CodeOf(code), Severity.Warning, read.Proposal);
    }

    private void Tell(DraftRow draft, LedgerField field, string code, Severity severity, string? proposal, params IReadOnlyList<object?> args) =>
        log.Tell(sheet, draft.CellOf(field), code, (field == Level ? draft.LevelAsWritten : draft[field]) ?? "", proposal, severity, args);

    private void Tell(DraftRow draft, int column, string code, string original, string? proposal, Severity severity, params IReadOnlyList<object?> args) =>
        log.Tell(sheet, draft.CellAt(column), code, original, proposal, severity, args);

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
