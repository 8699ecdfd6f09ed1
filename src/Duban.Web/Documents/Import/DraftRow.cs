using Duban.Domain.Documents;
using Duban.Domain.People;

namespace Duban.Web.Documents.Import;

/// <summary>What keeps a row from becoming a case.</summary>
[Flags]
public enum Missing
{
    /// <summary>Nothing: it becomes a case.</summary>
    Nothing = 0,
    /// <summary>The unit is not known.</summary>
    Unit = 1,
    /// <summary>Nothing says what is wrong.</summary>
    Description = 2,
    /// <summary>A text is longer than a case can hold.</summary>
    Shorter = 4,
    /// <summary>The clerk left it out.</summary>
    Wanted = 8,
}

/// <summary>One row of a ledger, read and judged: what was understood beside what is written.</summary>
public sealed class DraftRow
{
    private readonly string?[] texts = new string?[Enum.GetValues<LedgerField>().Length];

    /// <summary>Name of its sheet.</summary>
    public required string Sheet { get; init; }

    /// <summary>Row number as Excel counts.</summary>
    public required int Row { get; init; }

    /// <summary>The sheet's columns.</summary>
    public required ColumnMapping Mapping { get; init; }

    /// <summary>The cells its columns stand for where the sheet is no table; null where they stand in one row.</summary>
    internal IReadOnlyList<string>? Places { get; init; }

    /// <summary>The unit to be handed the case; null when it must still be named.</summary>
    public Unit? Unit { get; internal set; }

    /// <summary>The hazard's level; null when the list gives none.</summary>
    public NamedLevel? Level { get; internal set; }

    /// <summary>The deadline: a day, a word such as 立行立改, or why not.</summary>
    public Understanding<DateOnly> Deadline { get; internal set; }

    /// <summary>The point; null when none is given or it cannot be used.</summary>
    public Coordinate? Point { get; internal set; }

    /// <summary>What the list says of the progress; a remark, no proof.</summary>
    public NamedProgress? Progress { get; internal set; }

    /// <summary>The day it was found or received.</summary>
    public DateOnly? FoundOn { get; internal set; }

    /// <summary>The day the list says the work was finished.</summary>
    public DateOnly? CompletedOn { get; internal set; }

    /// <summary>The day the list says it was struck off.</summary>
    public DateOnly? StruckOffOn { get; internal set; }

    /// <summary>What keeps it from becoming a case.</summary>
    public Missing Missing { get; internal set; }

    /// <summary>Columns of no known meaning, by heading.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Other { get; internal set; } = [];

    /// <summary>SHA-256 over unit, site, description and the ordinal among identical rows: the same row in tomorrow's file has the same.</summary>
    public string Fingerprint { get; internal set; } = "";

    /// <summary>The same over what was corrected, so that a list mended in its own office is known as well; null where nothing was.</summary>
    public string? CorrectedFingerprint { get; internal set; }

    /// <summary>What the clerk corrected in it.</summary>
    public IReadOnlyList<CorrectedCell> Corrected { get; internal set; } = [];

    /// <summary>True when it becomes a case.</summary>
    public bool Ready => Missing == Missing.Nothing;

    /// <summary>Site, place or description: what a person would call it.</summary>
    public string Title => this[LedgerField.Site] ?? this[LedgerField.Place] ?? this[LedgerField.Description] ?? "";

    /// <summary>What is written for a field, outer blanks gone, 同上 and merged cells resolved; null when nothing is.</summary>
    public string? this[LedgerField field]
    {
        get => texts[(int)field];
        internal set => texts[(int)field] = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>What had to be said of the unit when its cell was read, e.g. <c>unit.several</c>.</summary>
    internal string? UnitRead { get; set; }

    /// <summary>What the list itself says of a field, whatever was typed in its place.</summary>
    public string? Written(LedgerField field) => Corrected.FirstOrDefault(c => c.Field == field) is { } cell ? cell.Original : this[field];

    /// <summary>The level with the blanks around it.</summary>
    internal string? LevelAsWritten { get; set; }

    /// <summary>The unit's name over a group of rows, or else of the sheet, where the row itself names none.</summary>
    internal (string Text, bool Group)? Around { get; set; }

    /// <summary>Headings over the row that name no unit known.</summary>
    internal IReadOnlyDictionary<string, string>? Headings { get; set; }

    /// <summary>The cell of a field, e.g. <c>K37</c>; the row's first cell when the sheet has no such column.</summary>
    public string CellOf(LedgerField field) =>
        CellAt(Mapping.Columns.FirstOrDefault(c => c.Field == field)?.Index ?? 0);

    /// <summary>The cell of a column.</summary>
    internal string CellAt(int column) => Places is null ? Address.Of(Row, column) : column < Places.Count ? Places[column] : "";
}
