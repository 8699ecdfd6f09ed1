namespace Duban.Dispatch.Routing;

/// <summary>Distances and times between places; they need be neither symmetric nor triangular.</summary>
public sealed class Travel
{
    private readonly double[] distances;
    private readonly double[] durations;
    private readonly bool[]? estimated;

    /// <summary>Takes row-major matrices of <paramref name="places"/> squared; <paramref name="durations"/> may be the same array.</summary>
    public Travel(int places, double[] distances, double[] durations, bool[]? estimated = null)
    {
        if (distances.Length != places * places || durations.Length != places * places)
            throw new ArgumentException($"A matrix of {places} places has {places * places} entries.", nameof(distances));
        (Places, this.distances, this.durations, this.estimated) = (places, distances, durations, estimated);
    }

    /// <summary>The number of places.</summary>
    public int Places { get; }

    /// <summary>The distance from one place to another, in distance units.</summary>
    public double Distance(int from, int to) => distances[from * Places + to];

    /// <summary>The driving time from one place to another, in time units.</summary>
    public double Duration(int from, int to) => durations[from * Places + to];

    /// <summary>True if no road distance was known and the value is an estimate.</summary>
    public bool IsEstimate(int from, int to) => estimated is not null && estimated[from * Places + to];

    /// <summary>The number of ways whose length is an estimate.</summary>
    public int Estimates => estimated?.Count(e => e) ?? 0;

    /// <summary>Distances from a rule; durations too, or equal to the distances where no second rule is given.</summary>
    public static Travel From(int places, Func<int, int, double> distance, Func<int, int, double>? duration = null)
    {
        var far = Table(places, distance);
        return new Travel(places, far, duration is null ? far : Table(places, duration));
    }

    private static double[] Table(int places, Func<int, int, double> rule)
    {
        var table = new double[places * places];
        for (var a = 0; a < places; a++)
            for (var b = 0; b < places; b++)
                table[a * places + b] = rule(a, b);
        return table;
    }
}
