namespace Duban.Web.Documents.Import;

/// <summary>Where a sheet's header stands and what its columns mean.</summary>
/// <param name="FirstRow">Its first row, from 1.</param>
/// <param name="LastRow">Its last row.</param>
/// <param name="Mapping">The columns.</param>
/// <param name="Sure">Mean sureness of the recognised columns, 0 … 1.</param>
public sealed record Header(int FirstRow, int LastRow, ColumnMapping Mapping, double Sure)
{
    /// <summary>True when a column of this field exists.</summary>
    public bool Has(LedgerField field) => Mapping.Columns.Any(c => c.Field == field);

    /// <summary>
    /// True when the columns make a list of cases: something wrong is described, or a place stands beside what is to be done
    /// about it. Readings, rosters and counts per unit do not.
    /// </summary>
    public bool IsLedger =>
        Has(LedgerField.Description) && Recognised >= 2
        || (Has(LedgerField.Site) && (Has(LedgerField.Measures) || Has(LedgerField.Level)) && Has(LedgerField.Deadline) && Recognised >= 4);

    /// <summary>Columns whose meaning is known.</summary>
    public int Recognised => Mapping.Columns.Count(c => c.Field != LedgerField.Other);
}
