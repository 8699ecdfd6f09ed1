using System.Globalization;
using System.Text.RegularExpressions;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Whether a list writes 15/3/2021 or 3/15/2021, seen from its days beyond the twelfth.</summary>
internal static partial class DayOrders
{
    private static readonly LedgerField[] Days =
        [LedgerField.Deadline, LedgerField.FoundOn, LedgerField.ReceivedOn, LedgerField.StartedOn, LedgerField.CompletedOn, LedgerField.StruckOffOn];

    internal static DayOrder Of(IEnumerable<SheetRow> rows, ColumnMapping mapping)
    {
        int[] columns = [.. Days.SelectMany(mapping.Of)];
        var (dayFirst, monthFirst) = (false, false);
        foreach (var row in rows)
            foreach (var column in columns)
                if (row[column].Value is string text && Western.Match(text) is { Success: true } m)
                {
                    dayFirst |= Int(m, 1) > 12;
                    monthFirst |= Int(m, 2) > 12;
                }
        return dayFirst == monthFirst ? DayOrder.Unsaid : dayFirst ? DayOrder.DayFirst : DayOrder.MonthFirst;
    }

    private static int Int(Match m, int group) => int.Parse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(\d{1,2})[-./](\d{1,2})[-./]\d{4}(?!\d)")]
    private static partial Regex Western { get; }
}
