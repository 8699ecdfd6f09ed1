using Duban.Domain;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Reads one sheet from its rows to judged drafts; what is no matter is noted, nothing falls away unsaid.</summary>
internal sealed class SheetReader(Sheet sheet, Header header, DateFrame frame, ImportOptions options, ProblemLog log)
{
    private readonly List<DraftRow> rows = [];
    private readonly Dictionary<int, int> merged = [];
    private readonly Dictionary<string, (int Count, int First, int Last)> left = [];
    private readonly int[] descriptions = [.. header.Mapping.Of(LedgerField.Description)];
    private readonly SplitCells? split = SplitCells.Of(header);
    private readonly GroupHeadings groups = new();
    private (string Text, bool Group)? around;
    private string[] sample = [];
    private int hidden;
    private bool notes;

    /// <summary>The file's name, which may be the only one to name the unit.</summary>
    internal string File { get; init; } = "";

    /// <summary>The header of another table that begins below; null when the sheet was read to its end.</summary>
    internal SheetRow? NextHeader { get; private set; }

    /// <summary>The unit that the last title between tables named; null when there was none.</summary>
    internal string? Title { get; private set; }

    /// <summary>Reads the sheet's rows, of which the first were taken off already to find the header.</summary>
    internal (SheetReport Report, IReadOnlyList<DraftRow> Rows) Read(IEnumerable<SheetRow> all, string title, CancellationToken ct)
    {
        var fill = new MergeFill(sheet.Merges, options.Limits.Columns);
        var sieve = new RowSieve(header, options.Units);
        var judge = new RowJudge(sheet.Name, header, frame, options, new(sheet.Name, log));
        around = OfSheet(title);
        foreach (var raw in all)
        {
            ct.ThrowIfCancellationRequested();
            var (filled, covered) = fill.Fill(raw);
            if (raw.Number <= header.LastRow || raw.IsBlank) continue;
            if (rows.Count > 0 && sieve.IsAnotherHeader(raw))
            {
                NextHeader = raw;
                break;
            }
            var kind = sieve.Kind(raw, filled, Array.IndexOf(covered, Covered.Across) >= 0);
            // 2.整改时限不得超过三个月 below 填表说明 is its next sentence, in whatever column it stands.
            if (kind == RowKind.Matter && notes && RowSieve.IsOneText(raw)) kind = RowKind.Line;
            notes = kind == RowKind.Line && (notes || RowSieve.IsNote(raw));
            if (kind == RowKind.Matter) Take(judge, filled, covered);
            else Leave(kind, raw);
        }
        Finish();
        var reference = rows.Count > 0 ? frame.Reference : (DateOnly?)null;
        return (new(sheet.Name, header, rows.Count > 0 ? rows[0].Row : 0, rows.Count > 0 ? rows[^1].Row : 0, rows.Count, reference, merged, sample), rows);
    }

    private void Take(RowJudge judge, SheetRow row, Covered[] covered)
    {
        if (split is not null) row = split.Joined(row);
        if (rows.Count > 0 && Continues(covered))
        {
            Join(rows[^1], row, covered);
            return;
        }
        foreach (var column in header.Mapping.Columns)
            if (column.Index < covered.Length && covered[column.Index] != Covered.Own) merged[column.Index] = merged.GetValueOrDefault(column.Index) + 1;
        if (row.Hidden) hidden++;
        if (rows.Count == 0) sample = [.. Enumerable.Range(0, header.Mapping.Columns.Select(c => c.Index + 1).DefaultIfEmpty(0).Max()).Select(c => Short(row[c].Text))];
        var draft = judge.Judge(row);
        draft.Around = around;
        if (draft[LedgerField.Unit] is null) draft.Headings = groups.Open;
        // A list of places without a column for what is wrong says it by naming them.
        if (!header.Has(LedgerField.Description)) draft[LedgerField.Description] = draft[LedgerField.Site];
        if (draft[LedgerField.Description] is not { } matter || ClerkText.IsNothing(matter))
        {
            draft.Missing |= Missing.Description;
            log.Tell(sheet.Name, draft.CellOf(LedgerField.Description), "import.description_missing", draft[LedgerField.Description] ?? "", null, Severity.Error, draft.Row);
        }
        if (options.Corrections.Skipped.Count > 0 && options.Corrections.Skipped.Contains(Corrections.Row(draft.Row, sheet.Name)))
        {
            draft.Missing |= Missing.Wanted;
            Count("import.row_skipped", draft.Row);
        }
        rows.Add(draft);
    }

    // One matter over several rows: its description is merged down, and so is its number, or its site where there is no number.
    private bool Continues(Covered[] covered)
    {
        bool Down(LedgerField field) => header.Mapping.Of(field).All(c => c < covered.Length && covered[c] == Covered.Down);
        if (covered.Length == 0 || descriptions.Length == 0 || !Down(LedgerField.Description)) return false;
        return header.Has(LedgerField.Serial) ? Down(LedgerField.Serial) : Down(LedgerField.Site);
    }

    private void Join(DraftRow draft, SheetRow row, Covered[] covered)
    {
        foreach (var column in header.Mapping.Columns)
        {
            var cell = row[column.Index];
            if (cell.IsBlank || (column.Index < covered.Length && covered[column.Index] != Covered.Own)) continue;
            if (column.Field == LedgerField.Other)
                draft.Other = [.. draft.Other, new(column.Heading.Length > 0 ? column.Heading : column.Letter, cell.Text.Trim())];
            else if (draft[column.Field] != cell.Text.Trim())
                draft[column.Field] = draft[column.Field] is { } before ? $"{before}\n{cell.Text.Trim()}" : cell.Text.Trim();
            if (column.Field == LedgerField.Deadline) JoinDeadline(draft, cell, Address.Of(row.Number, column.Index));
        }
        Count("import.row_continued", row.Number);
    }

    // The last of its parts to fall due is when the matter is due.
    private void JoinDeadline(DraftRow draft, Cell cell, string place)
    {
        var read = cell.Instant is { } t ? Understanding.Of(DateOnly.FromDateTime(t))
            : cell.Number is { } n ? ClerkDate.FromNumber(n, frame) : ClerkDate.Read(cell.Text, frame);
        if (!read.Known) return;
        var last = draft.Deadline.Known && draft.Deadline.Value >= read.Value ? draft.Deadline : read;
        if (draft.Deadline.Known && draft.Deadline.Value != read.Value)
        {
            var day = last.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            log.Tell(sheet.Name, place, "import.date_several", cell.Text.Trim(), day, Severity.Warning);
        }
        draft.Deadline = last;
    }

    private void Leave(RowKind kind, SheetRow raw)
    {
        var text = RowSieve.HeadingOf(raw);
        if (kind == RowKind.Group)
        {
            around = (text, true);
            groups.Known(text);
        }
        else if (kind == RowKind.Heading) groups.Unknown(text);
        // 衡东县安全隐患台账 between two tables is the title of the one below.
        if (kind is RowKind.Heading or RowKind.Line && RowSieve.IsTitle(text) && Named(ClerkText.Dense(text)) is { } titled)
            around = ((Title = titled), false);
        Count(kind switch
        {
            RowKind.Total => "import.row_total",
            RowKind.Group => "import.row_group",
            RowKind.Repeat => "import.row_repeat",
            RowKind.Prepared => "import.row_prepared",
            _ => "import.row_note",
        }, raw.Number);
    }

    private void Count(string code, int row) =>
        left[code] = left.TryGetValue(code, out var so) ? (so.Count + 1, so.First, row) : (1, row, row);

    // A sheet per unit, named after it; or a title such as 衡东县安全隐患台账. It counts only where no column names units.
    private (string, bool)? OfSheet(string title)
    {
        if (options.Units.Find(sheet.Name) is { Known: true } own) return (own.Value!.Name, false);
        return Named(ClerkText.Dense(sheet.Name + " " + title)) is { } name ? (name, false) : NamesNobody(title) && Named(ClerkText.Dense(File)) is { } filed ? (filed, false) : null;
    }

    // A title about two counties says that the list is not one county's.
    private bool NamesNobody(string title) => InName(ClerkText.Dense(title)).Count == 0;

    private string? Named(string dense)
    {
        var named = InName(dense);
        return named.Count > 0 && named.TrueForAll(u => named[0].Name.Contains(u.Name, StringComparison.Ordinal)) ? named[0].Name : null;
    }

    private List<Duban.Domain.People.Unit> InName(string dense) =>
        [.. options.Units.Units.Where(u => u.Kind is not (Duban.Domain.People.UnitKind.City or Duban.Domain.People.UnitKind.Office or Duban.Domain.People.UnitKind.Village)
            && u.Name.Length >= 3 && dense.Contains(ClerkText.Dense(u.Name), StringComparison.Ordinal)).OrderByDescending(u => u.Name.Length)];

    private void Finish()
    {
        foreach (var section in SectionRows.TakeOut(rows, options.Units))
        {
            log.Withdraw(sheet.Name, section.CellOf(LedgerField.Description), "import.description_missing");
            Count("import.row_group", section.Row);
        }
        foreach (var row in rows)
            if (groups.Over(row.Headings) is { } unknown) row.Around = (unknown, true);
        new UnitColumn(sheet.Name, header, rows, options, log).Resolve();
        foreach (var row in rows)
            if (row.Unit is { } meant && row[LedgerField.Unit] is { } written && options.Corrections.UnitFor(written) is not null)
                row.Corrected = [.. row.Corrected, new(LedgerField.Unit, HeadingOf(LedgerField.Unit), written, meant.Name)];
        Likes.Numbers(sheet.Name, rows, log);
        foreach (var (code, (count, first, last)) in left)
            log.Tell(sheet.Name, "", code, "", null, Severity.Note, count, first, last);
        if (hidden > 0) log.Tell(sheet.Name, "", "import.rows_hidden", "", null, Severity.Note, hidden);
        Years();
        if (rows.Count > 0 && !header.Has(LedgerField.Deadline)) log.Tell(sheet.Name, HeadingCell(0), "import.no_deadline_column", "", null, Severity.Note);
        if (rows.Count(r => r.Level is null && r[LedgerField.Level] is null) is > 0 and var levelless)
            log.Tell(sheet.Name, "", "import.level_assumed", "", null, Severity.Note, levelless);
        foreach (var column in header.Mapping.Columns.Where(c => c.Doubtful))
        {
            var code = column.Field == LedgerField.Deadline && !HeaderWords.IsDeadline(column.Heading) ? "import.deadline_by_heading"
                : column is { Field: LedgerField.Description, Sure: ColumnMatch.ByLength } ? "import.description_by_content"
                : "import.column_doubtful";
            log.Tell(sheet.Name, HeadingCell(column.Index), code, column.Heading, column.Field.ToString(), Severity.Warning);
        }
    }

    private string HeadingOf(LedgerField field) => header.Mapping.Columns.FirstOrDefault(c => c.Field == field)?.Heading ?? field.ToString();

    private string HeadingCell(int column) => header.LastRow > 0 ? Address.Of(header.LastRow, column) : "";

    // A year that every clerk leaves out is said once, with the first and the last row it was given to.
    private void Years()
    {
        foreach (var year in rows.Where(r => r.Deadline is { Known: true, Code: "date.year_assumed" }).GroupBy(r => r.Deadline.Value.Year))
            log.Tell(sheet.Name, "", "import.date_year_assumed", "", null, Severity.Note, year.Count(), year.Key, year.Min(r => r.Row), year.Max(r => r.Row));
    }

    private static string Short(string text) => text.Head(80);
}
