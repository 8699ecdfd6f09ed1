using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>What a list is read against; everything that differs between cities arrives here.</summary>
/// <param name="Units">The units it may name.</param>
/// <param name="Today">The local day of the import, for lists that give no date of their own.</param>
public sealed record ImportOptions(UnitDirectory Units, DateOnly Today)
{
    /// <summary>The box of the city, or null when any point is taken.</summary>
    public Area? Area { get; init; }

    /// <summary>Mappings corrected before; each applies where its signature is met.</summary>
    public IReadOnlyList<ColumnMapping> Mappings { get; init; } = [];

    /// <summary>What the clerk chose for a sheet, by its name; sheets not named here are judged by their content.</summary>
    public IReadOnlyDictionary<string, SheetChoice> Choices { get; init; } = new Dictionary<string, SheetChoice>();

    /// <summary>What a clerk corrected in this file.</summary>
    public Corrections Corrections { get; init; } = Corrections.None;

    /// <summary>Limits of size.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Usual;
}

/// <summary>A clerk's choice for one sheet.</summary>
/// <param name="Read">False leaves it out.</param>
/// <param name="HeaderRow">First row of its header, or null to find it.</param>
public sealed record SheetChoice(bool Read = true, int? HeaderRow = null);
