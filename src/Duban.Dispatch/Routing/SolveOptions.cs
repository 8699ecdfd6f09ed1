namespace Duban.Dispatch.Routing;

/// <summary>How long to search and how.</summary>
public sealed record SolveOptions
{
    /// <summary>The wall time to spend, in seconds; not counted where <see cref="Iterations"/> is given.</summary>
    public double Seconds { get; init; } = 10;

    /// <summary>Ruin-and-recreate steps for each thread; 0 = bounded by time. The same seed, threads and iterations give the same plan.</summary>
    public long Iterations { get; init; }

    /// <summary>The seed of all chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The number of searches side by side, from 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The plan to begin from, such as yesterday's.</summary>
    public Plan? Start { get; init; }

    /// <summary>What it costs to move a request to another coach than in <see cref="Start"/>, in money.</summary>
    public double PriceOfChange { get; init; }

    /// <summary>The clock that <see cref="Seconds"/> is read from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told of progress a few times a second, from whichever thread.</summary>
    public Action<Progress>? Report { get; init; }
}

/// <summary>How far a search is.</summary>
/// <param name="Share">The share of the budget used, from 0 to 1.</param>
/// <param name="Vehicles">The coaches of the best plan so far.</param>
/// <param name="Cost">Its cost, those left out priced in.</param>
/// <param name="Unserved">The requests it leaves out.</param>
public readonly record struct Progress(double Share, int Vehicles, double Cost, int Unserved);
