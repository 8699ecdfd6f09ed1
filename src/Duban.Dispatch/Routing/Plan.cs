namespace Duban.Dispatch.Routing;

/// <summary>The answer: which coach calls where in what order, and who was left out and why.</summary>
public sealed record Plan
{
    /// <summary>The coaches that run.</summary>
    public required IReadOnlyList<Route> Routes { get; init; }

    /// <summary>The requests, or parts of them, left out, each with its reason.</summary>
    public IReadOnlyList<Unserved> Unserved { get; init; } = [];

    /// <summary>The cost of the coaches in money, without the prices of those left out.</summary>
    public required double Cost { get; init; }

    /// <summary>The wall time spent, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Ruin-and-recreate steps done, over all threads.</summary>
    public long Iterations { get; init; }
}

/// <summary>One coach's day.</summary>
/// <param name="Coach">The index of its type in the fleet.</param>
/// <param name="Calls">Its calls in order, the depot left out.</param>
public sealed record Route(int Coach, IReadOnlyList<Call> Calls)
{
    /// <summary>The number of the coach of yesterday's plan this one continues; -1 = new.</summary>
    public int Continues { get; init; } = -1;
}

/// <summary>What happens at a stop.</summary>
public enum CallKind
{
    /// <summary>A customer is visited.</summary>
    Visit,

    /// <summary>People board.</summary>
    Board,

    /// <summary>People alight.</summary>
    Alight,
}

/// <summary>A stop for one request.</summary>
/// <param name="Request">The request's index.</param>
/// <param name="Kind">Boarding, alighting or a visit.</param>
/// <param name="Load">How many seats this part of the request takes.</param>
public readonly record struct Call(int Request, CallKind Kind, int Load);
