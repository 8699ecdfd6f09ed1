using Duban.Domain.Documents;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>The days of a row: when it was found, is due, was done and was struck off, each told by its cell where it is doubtful.</summary>
internal sealed class RowDays(Header header, DateFrame frame, RowProblems problems)
{
    // 2099-12-31 is a way to say never.
    private const int FarAhead = 20;

    private readonly Dictionary<(string, DateFrame), Understanding<DateOnly>> dates = [];
    private readonly int[] indexes = [.. Enum.GetValues<LedgerField>().Select(f => header.Mapping.Of(f).ToList() is [var only] ? only : -1)];

    /// <summary>Judges them all.</summary>
    internal void Judge(DraftRow draft, SheetRow row)
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
            problems.Tell(draft, Deadline, "import.deadline_before_found", Severity.Warning, null, start);
        else if (draft.Deadline.Known && !frame.YearFixed && draft.Deadline.Value < frame.Reference.AddYears(-1))
            problems.Tell(draft, Deadline, "import.deadline_long_past", Severity.Warning, null, frame.Reference);
        else if (draft.Deadline.Known && draft.Deadline.Value > frame.Reference.AddYears(FarAhead))
            problems.Tell(draft, Deadline, "import.deadline_far_ahead", Severity.Warning, null, frame.Reference);
        if (draft is { CompletedOn: { } done, StruckOffOn: { } off } && off < done)
            problems.Tell(draft, StruckOffOn, "import.struck_off_before_done", Severity.Warning, null, draft.CellOf(CompletedOn));
    }

    // Where no cell is for the deadline, or none is filled in, the matter or what is to be done about it may say the day.
    private void InText(DraftRow draft, DateFrame ahead)
    {
        foreach (var field in (ReadOnlySpan<LedgerField>)[Description, Measures, Goal, Remarks])
        {
            if (DeadlineText.Find(draft[field], ahead) is not { Known: true } read) continue;
            draft.Deadline = read;
            problems.Tell(draft, field, Problem.CodeOf(read.Code!), Severity.Warning, read.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
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
            problems.Tell(draft, field, Problem.CodeOf(read.Code!), Severity.Warning, read.Proposal);
        else if (read.Known && Assumed(read.Code) is { } severity)
            problems.Tell(draft, field, Problem.CodeOf(read.Code!), severity, read.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    // What had to be assumed to have a day at all is said beside it; a year taken from the list is said once for the sheet.
    private Severity? Assumed(string? code) => code switch
    {
        "date.several" or "date.decimal_ambiguous" or "date.republican_year" => Severity.Warning,
        "date.counted" => frame.Dated ? Severity.Note : Severity.Warning,
        "date.part_of_month" or "date.month_end" or "date.month_assumed" or "date.two_digit_year" => Severity.Note,
        _ => null,
    };
}
