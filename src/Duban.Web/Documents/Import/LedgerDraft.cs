namespace Duban.Web.Documents.Import;

/// <summary>What an import would do: rows judged, problems by sheet and cell, nothing written anywhere.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Fingerprint">SHA-256 of its bytes.</param>
/// <param name="Sheets">What became of every sheet.</param>
/// <param name="Rows">All rows that are matters, those kept back included, in reading order.</param>
/// <param name="Problems">Everything to be told.</param>
/// <param name="Failure">Why the file could not be read at all; null when it could.</param>
public sealed record LedgerDraft(
    string File, string Fingerprint, IReadOnlyList<SheetReport> Sheets, IReadOnlyList<DraftRow> Rows, IReadOnlyList<Problem> Problems, ReadFailure? Failure = null)
{
    /// <summary>True when nothing of the file could be taken for a matter: there is no draft to import.</summary>
    public bool Unread => Failure is not null || Rows.Count == 0;

    /// <summary>Rows that become cases.</summary>
    public IEnumerable<DraftRow> Ready => Rows.Where(r => r.Ready);

    /// <summary>Rows that name a day.</summary>
    public int DeadlinesUnderstood => Rows.Count(r => r.Deadline.Known);

    /// <summary>Days of rows that become cases which are over already: no problem of the list, but worth knowing before they are handed over.</summary>
    public IReadOnlyList<PassedDeadline> PassedBy(DateOnly today) =>
        [.. Ready.Where(r => r.Deadline.Known && r.Deadline.Value < today).Select(r => new PassedDeadline(r.Sheet, r.CellOf(LedgerField.Deadline), r.Deadline.Value))];

    /// <summary>Rows by unit, in the order the units are first met.</summary>
    public IReadOnlyDictionary<string, int> PerUnit => Rows.Where(r => r.Unit is not null)
        .GroupBy(r => r.Unit!.Name).ToDictionary(g => g.Key, g => g.Count());
}

/// <summary>A deadline that is over before its row becomes a case.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Cell">Where it stands, e.g. <c>K57</c>.</param>
/// <param name="Day">The day.</param>
public sealed record PassedDeadline(string Sheet, string Cell, DateOnly Day);

/// <summary>What became of a sheet.</summary>
/// <param name="Name">As on its tab.</param>
/// <param name="Header">Its header; null when it is no ledger.</param>
/// <param name="FirstRow">First row taken, 0 when none.</param>
/// <param name="LastRow">Last row taken.</param>
/// <param name="Rows">Rows taken.</param>
/// <param name="Reference">The day its dates are read against.</param>
/// <param name="Merged">Cells that were given the value of a merged cell, by column index.</param>
/// <param name="Sample">The first data row's texts by column, for the mapping table.</param>
/// <param name="LeftOut">Why it was left out, e.g. <c>import.sheet_no_ledger</c>; null when it was read.</param>
public sealed record SheetReport(
    string Name, Header? Header, int FirstRow, int LastRow, int Rows, DateOnly? Reference,
    IReadOnlyDictionary<int, int> Merged, IReadOnlyList<string> Sample, string? LeftOut = null);
