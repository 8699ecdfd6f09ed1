namespace Duban.Domain.People;

/// <summary>A place in the tree of units: codes from the root, each followed by a slash.</summary>
public readonly record struct UnitPath(string Value)
{
    /// <summary>The unit at the end of the path.</summary>
    public UnitId Unit => new(Value.TrimEnd('/')[(Value.TrimEnd('/').LastIndexOf('/') + 1)..]);

    /// <summary>True for the unit itself and everything below it.</summary>
    public bool Holds(UnitPath other) => Value.Length > 0 && other.Value.StartsWith(Value, StringComparison.Ordinal);

    /// <summary>How many codes stand in it: 1 for the city.</summary>
    public int Depth => Value.Count(c => c == '/');

    /// <summary>The path of a unit directly below this one.</summary>
    public UnitPath Below(UnitId child) => new($"{Value}{child}/");

    /// <inheritdoc />
    public override string ToString() => Value;
}
