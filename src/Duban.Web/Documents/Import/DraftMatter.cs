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
        return new Matter(Short(row.Title), description, new Place(row[LedgerField.Place] ?? row[LedgerField.Site] ?? row.Unit!.Name, row.Point?.Longitude, row.Point?.Latitude, row.Point is null ? null : "GCJ-02"),
            row[LedgerField.Sector] ?? "", row[LedgerField.Source] ?? file)
        {
            Goal = row[LedgerField.Goal],
            Measures = row[LedgerField.Measures],
            Responsible = row[LedgerField.Person],
            ProposedUnit = row.Unit!.Id,
            ProposedDue = row.Deadline.Known ? row.Deadline.Value : null,
            DueWords = row.Deadline.Known ? null : row[LedgerField.Deadline],
            Other = Others(row),
            Origin = $"{file} {row.Sheet} {row.Row}",
        };
    }

    /// <summary>General or major, or null when the list gives neither; larger than general counts as major.</summary>
    public static Level? LevelOf(DraftRow row) => row.Level switch
    {
        null => Level.General,
        NamedLevel.Low or NamedLevel.General => Level.General,
        _ => Level.Major,
    };

    private static Dictionary<string, string> Others(DraftRow row)
    {
        var others = new Dictionary<string, string>();
        foreach (var column in row.Mapping.Columns)
            if (!Placed.Contains(column.Field) && row[column.Field] is { } text) others.TryAdd(column.Heading, text);
        foreach (var (heading, text) in row.Other) others.TryAdd(heading, text);
        return others;
    }

    private static string Short(string title)
    {
        var line = title.ReplaceLineEndings(" ");
        return line.Length <= MostTitle ? line : line[..(MostTitle - 1)] + "…";
    }
}
