namespace Duban.Domain;

/// <summary>What a rule answers: the facts that follow from an act, or every reason why it may not be.</summary>
public sealed class Ruling<TFact>
{
    private Ruling(IReadOnlyList<TFact> facts, IReadOnlyList<Reason> reasons) => (Facts, Reasons) = (facts, reasons);

    /// <summary>The facts in the order they happen; empty when refused.</summary>
    public IReadOnlyList<TFact> Facts { get; }

    /// <summary>All reasons at once; empty when allowed.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>True when there are facts and no reasons.</summary>
    public bool Allowed => Reasons.Count == 0;

    /// <summary>The act is allowed and these facts follow.</summary>
    public static Ruling<TFact> Allow(params IReadOnlyList<TFact> facts) => new(facts, []);

    /// <summary>The act is refused for these reasons.</summary>
    public static Ruling<TFact> Refused(IReadOnlyList<Reason> reasons) => new([], reasons);

    /// <summary>One fact.</summary>
    public static implicit operator Ruling<TFact>(TFact fact) => new([fact], []);

    /// <summary>One reason.</summary>
    public static implicit operator Ruling<TFact>(Reason reason) => new([], [reason]);
}

/// <summary>A command that judges itself against the state it meets: pure, complete, no exceptions for refusals.</summary>
public interface IRule<in TState, TFact>
{
    /// <summary>The facts that follow, or every reason why not.</summary>
    Ruling<TFact> Decide(TState state, Act act);
}
