using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>A row of a list as the matter of a case: what the rules need in its place, and everything else the list said beside it.</summary>
public static class DraftMatter
{
    private const int MostTitle = 200;

    // Said in their own members of the matter; the rest of the row goes to Other under its heading.
    private static readonly LedgerField[] Placed =
    [
        LedgerField.Serial, LedgerField.Unit, LedgerField.Sector, LedgerField.Site, LedgerField.Place, LedgerField.Description, LedgerField.Level,
        LedgerField.Coordinate, LedgerField.Longitude, LedgerField.Latitude, LedgerField.Measures, LedgerField.Goal, LedgerField.Person, LedgerField.Source, LedgerField.Other,
    ];

    /// <summary>The matter.</summary>
    public static Matter Of(DraftRow row, string file)
    {
        var description = row[LedgerField.Description] ?? row.Title;
        var place = new Place(row[LedgerField.Place] ?? row[LedgerField.Site] ?? row.Unit!.Name);
        if (row.Point is { } point) place = place with { Longitude = point.Longitude, Latitude = point.Latitude, Datum = DatumOf(row) };
        return new Matter(Short(row.Title), description, place, row[LedgerField.Sector] ?? "", row[LedgerField.Source] ?? file)
        {
            Goal = row[LedgerField.Goal],
            Measures = row[LedgerField.Measures],
            Responsible = row[LedgerField.Person],
            ProposedUnit = row.Unit!.Id,
            ProposedDue = row.Deadline.Known ? row.Deadline.Value : null,
            DueWords = row.Deadline.Known ? null : row[LedgerField.Deadline],
            DueCell = row[LedgerField.Deadline] is null ? null : row.CellOf(LedgerField.Deadline),
            Other = Others(row),
            Origin = $"{file} {row.Sheet} {row.Row}",
        };
    }

    /// <summary>General or major, or null when the list gives neither; larger than general counts as major.</summary>
    public static Level? LevelOf(DraftRow row) => row.Level switch
    {
        // What is written and not understood is left to whoever grades; where nothing is written a hazard is general.
        null when row[LedgerField.Level] is not (null or "/" or "-" or "无") => null,
        null => Level.General,
        NamedLevel.Low or NamedLevel.General => Level.General,
        _ => Level.Major,
    };

    private static Dictionary<string, string> Others(DraftRow row)
    {
        var others = new Dictionary<string, string>();
        foreach (var column in row.Mapping.Columns)
            if (!Placed.Contains(column.Field) && row[column.Field] is { } text) others.TryAdd(column.Heading, text);
        // A cell that names more than the unit, or a deadline that had to be interpreted, is kept as written.
        if (row.UnitRead is "unit.several" or "unit.department_of") KeepAsWritten(row, LedgerField.Unit, others);
        if (row.Deadline is { Known: true, Code: not (null or "date.serial" or "date.year_assumed") }) KeepAsWritten(row, LedgerField.Deadline, others);
        foreach (var cell in row.Corrected) others.TryAdd($"{cell.Heading}（原表）", cell.Original.Length > 0 ? cell.Original : "（空）");
        foreach (var (heading, text) in row.Other) others.TryAdd(heading, text);
        return others;
    }

    private static void KeepAsWritten(DraftRow row, LedgerField field, Dictionary<string, string> others)
    {
        if (row[field] is { } written && row.Mapping.Columns.FirstOrDefault(c => c.Field == field) is { } column && ClerkText.Dense(written) != row.Unit?.Name)
            others.TryAdd(column.Heading, written);
    }

    // The heading says in which datum a list measures: 经度（WGS84）.
    private static string DatumOf(DraftRow row)
    {
        foreach (var column in row.Mapping.Columns.Where(c => c.Field is LedgerField.Coordinate or LedgerField.Longitude or LedgerField.Latitude))
        {
            var heading = ClerkText.Dense(column.Heading).ToUpperInvariant();
            if (Array.Exists(["WGS", "CGCS", "2000"], name => heading.Contains(name, StringComparison.Ordinal))) return "WGS-84";
            if (Array.Exists(["BD09", "BD-09", "百度"], name => heading.Contains(name, StringComparison.Ordinal))) return "BD-09";
        }
        return "GCJ-02";
    }

    private static string Short(string title) => title.ReplaceLineEndings(" ").Within(MostTitle);
}
