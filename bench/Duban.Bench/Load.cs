namespace Duban.Bench;

/// <summary>What a load brought out.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="Median">How long half of the clients waited at most, milliseconds.</param>
/// <param name="P99">How long all but one in a hundred waited at most, milliseconds.</param>
/// <param name="Busy">How much of one core the making of the load took, from 0 to 1.</param>
/// <param name="Cost">What an answer cost the rest of the process, microseconds on a processor.</param>
internal sealed record Load(double PerSecond, double Median, double P99, double Busy, double Cost)
{
    /// <summary>The round in the middle: a neighbour's burst of work spoils one round, not the figure.</summary>
    public static Load Middle(IReadOnlyCollection<Load> rounds) => rounds.OrderBy(l => l.PerSecond).ElementAt(rounds.Count / 2);
}
