namespace Duban.Domain.Documents;

/// <summary>How far a clerk's cell was understood.</summary>
public enum Outcome
{
    /// <summary>Nothing is written there.</summary>
    Blank,
    /// <summary>A value, perhaps with an assumption that is named.</summary>
    Understood,
    /// <summary>No value, but a known word that says so, e.g. 立行立改.</summary>
    ByWord,
    /// <summary>Something is written that cannot be taken; the code says why.</summary>
    NotUnderstood,
}

/// <summary>What a cell's text means: a value, a word, or a reason why not. Never an exception.</summary>
/// <param name="Outcome">How far it was understood.</param>
/// <param name="Value">The value when understood.</param>
/// <param name="Code">What was assumed, which word, or why not, e.g. <c>date.impossible</c>; null when plain.</param>
/// <param name="Proposal">What it probably should say, for a person to accept.</param>
public readonly record struct Understanding<T>(Outcome Outcome, T? Value, string? Code = null, string? Proposal = null)
{
    /// <summary>True when there is a value.</summary>
    public bool Known => Outcome == Outcome.Understood;
}

/// <summary>Makes understandings.</summary>
public static class Understanding
{
    /// <summary>Nothing is written.</summary>
    public static Understanding<T> Blank<T>() => default;

    /// <summary>A value; <paramref name="assumed"/> names what had to be assumed.</summary>
    public static Understanding<T> Of<T>(T value, string? assumed = null, string? proposal = null) =>
        new(Outcome.Understood, value, assumed, proposal);

    /// <summary>A known word in place of a value.</summary>
    public static Understanding<T> Word<T>(string code) => new(Outcome.ByWord, default, code);

    /// <summary>Not understood, and why.</summary>
    public static Understanding<T> Not<T>(string code, string? proposal = null) =>
        new(Outcome.NotUnderstood, default, code, proposal);
}
