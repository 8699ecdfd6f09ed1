namespace Duban.Domain.Cases;

/// <summary>What a correction says otherwise than before, one field of a matter.</summary>
/// <param name="Field">The field's name as the form has it, e.g. <c>place</c>.</param>
/// <param name="Before">A text, a day or a unit; null when there was nothing.</param>
/// <param name="After">The same, as it stands from then on.</param>
public sealed record MatterChange(string Field, object? Before, object? After)
{
    /// <summary>All that differs, in the order of the form; what the list said besides is never corrected.</summary>
    public static IReadOnlyList<MatterChange> Between(Matter before, Matter after) =>
    [
        .. Fields(before).Zip(Fields(after)).Where(pair => !Equals(pair.First.Value, pair.Second.Value))
            .Select(pair => new MatterChange(pair.First.Name, pair.First.Value, pair.Second.Value)),
    ];

    private static IEnumerable<(string Name, object? Value)> Fields(Matter m) =>
    [
        ("title", Said(m.Title)), ("description", Said(m.Description)), ("place", Said(m.Place.Text)), ("position", m.Place.Longitude is null ? null : m.Place with { Text = "" }),
        ("sector", Said(m.Sector)), ("source", Said(m.Source)), ("goal", Said(m.Goal)), ("measures", Said(m.Measures)), ("responsible", Said(m.Responsible)),
        ("proposedUnit", m.ProposedUnit), ("proposedDue", m.ProposedDue), ("dueWords", Said(m.DueWords)),
    ];

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
