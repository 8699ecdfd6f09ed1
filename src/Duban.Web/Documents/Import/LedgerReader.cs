using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>From a clerk's file to a judged draft of cases: pure reading, nothing is stored.</summary>
public static class LedgerReader
{
    private const int Ahead = 200, Named = 10;

    /// <summary>Reads every sheet that is a ledger; whatever the file holds, the answer is a draft with problems, never an exception.</summary>
    public static LedgerDraft Read(WorkbookSource file, ImportOptions options, CancellationToken ct = default)
    {
        var opened = WorkbookFile.Open(file, options.Limits, ct);
        if (opened.Workbook is not { } workbook) return Failed(file, opened.Failure!);
        var log = new ProblemLog();
        var (sheets, rows) = (new List<SheetReport>(), new List<DraftRow>());
        foreach (var left in workbook.Left) log.Tell(left, Severity.Note);
        try
        {
            foreach (var sheet in workbook.Sheets)
            {
                ct.ThrowIfCancellationRequested();
                foreach (var (report, read) in One(sheet, file.Name, workbook.Epoch1904, options, log, ct))
                {
                    sheets.Add(report);
                    rows.AddRange(read);
                }
                foreach (var left in sheet.Left) log.Tell(left, left.Code == "sheet.formulas_worked_out" ? Severity.Note : Severity.Warning);
            }
        }
        catch (Exception e) when (WorkbookFile.Told(e) is { } failure)
        {
            // Half a ledger is worse than none: what was read before the break is not offered.
            return Failed(file, failure with { Sheet = sheets.Count > 0 ? sheets[^1].Name : null });
        }
        if (sheets.TrueForAll(s => s.LeftOut is not null))
            log.Tell("", "", "import.no_ledger", file.Name, null, Severity.Error, string.Join("、", sheets.Select(s => s.Name)));
        else if (rows.Count == 0)
            log.Tell(sheets.First(s => s.LeftOut is null).Name, "", "import.no_rows", file.Name, null, Severity.Error);
        Repeats.LeaveSamples(sheets, rows, options, log);
        Repeats.LeaveOut(sheets, rows, options, log);
        Likes.Mark(rows, log);
        return new(file.Name, file.Fingerprint, sheets, rows, [.. log.All]);
    }

    private static IReadOnlyList<(SheetReport, IReadOnlyList<DraftRow>)> One(Sheet sheet, string file, bool epoch1904, ImportOptions options, ProblemLog log, CancellationToken ct)
    {
        var choice = options.Choices.GetValueOrDefault(sheet.Name);
        var (merges, over) = MergeFill.Apart(sheet.Merges, options.Limits.Columns);
        sheet = sheet with { Merges = merges };
        if (choice is { Read: false }) return Out("import.sheet_deselected");
        using var rows = sheet.Rows.GetEnumerator();
        var first = new List<SheetRow>();
        while (first.Count < Ahead && rows.MoveNext()) first.Add(rows.Current);
        if (first.Count == 0) return Out("import.sheet_empty");
        var header = new HeaderFinder(options.Units).Find(first, sheet.Merges, options.Mappings, choice?.HeaderRow);
        var whole = first.Count < Ahead && !IsSample(sheet.Name) && !(sheet.Hidden && choice is null);
        if (header is not { IsLedger: true } && choice?.HeaderRow is null && whole && SheetTurn.Of(first) is { } turned)
        {
            var day = ReferenceDay.Find(first.Take(2), file, options.Today, epoch1904);
            return [new SheetReader(sheet with { Merges = [] }, turned.Header, day, options, log) { File = file }.Read(turned.Rows, Title(first.Take(1)), ct)];
        }
        var ledger = header is not null && (header.IsLedger || choice is not null || options.Mappings.Any(m => m.Signature == header.Mapping.Signature));
        if (!ledger) return Out("import.sheet_no_ledger");
        if (sheet.Hidden && choice is null) return Out("import.sheet_hidden");
        if (over.Count > 0)
            log.Tell(sheet.Name, Address.Of(over[0]), "sheet.merges_over", string.Join("、", over.Take(Named).Select(Address.Of)), null, Severity.Warning, over.Count);
        var above = first.TakeWhile(r => r.Number < header!.FirstRow).ToList();
        var frame = ReferenceDay.Find(above, file, options.Today, epoch1904);
        var title = Title(above);
        var (parts, ahead) = (new List<(SheetReport, IReadOnlyList<DraftRow>)>(), new Queue<SheetRow>(first));
        while (true)
        {
            var reader = new SheetReader(sheet, header!, frame with { Order = DayOrders.Of(ahead, header!.Mapping) }, options, log) { File = file };
            parts.Add(reader.Read(Rest(ahead, rows), title, ct));
            // A second table below the first, with columns of its own.
            if (reader.NextHeader is not { } next) return parts;
            title = reader.Title ?? title;
            List<SheetRow> below = [next, .. Rest(ahead, rows).Take(Ahead)];
            header = new HeaderFinder(options.Units).Find(below, sheet.Merges, options.Mappings, next.Number);
            ahead = new(below);
        }

        IReadOnlyList<(SheetReport, IReadOnlyList<DraftRow>)> Out(string why)
        {
            log.Tell(sheet.Name, "", why, "", null, why == "import.sheet_hidden" ? Severity.Warning : Severity.Note);
            return [(new(sheet.Name, null, 0, 0, 0, null, new Dictionary<int, int>(), [], why), [])];
        }
    }

    private static string Title(IEnumerable<SheetRow> above) =>
        string.Join(' ', above.SelectMany(r => r.Cells).Where(c => !c.IsBlank).Select(c => c.Text).Where(t => t.Length <= 80 && !t.StartsWith("制表", StringComparison.Ordinal)));

    // A form filled in to show how is no matter of anybody's.
    private static bool IsSample(string sheet) => Array.Exists(["样表", "样式", "模板", "示例", "范例", "说明"], word => sheet.Contains(word, StringComparison.Ordinal));

    private static IEnumerable<SheetRow> Rest(Queue<SheetRow> ahead, IEnumerator<SheetRow> rows)
    {
        while (ahead.TryDequeue(out var row)) yield return row;
        while (rows.MoveNext()) yield return rows.Current;
    }

    private static LedgerDraft Failed(WorkbookSource file, ReadFailure failure) =>
        new(file.Name, file.Fingerprint, [], [], [new(failure.Sheet ?? "", failure.Cell ?? "", failure.Code, file.Name, null, Severity.Error, failure.Args)], failure);
}
