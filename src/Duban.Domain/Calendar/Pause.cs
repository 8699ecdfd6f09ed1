namespace Duban.Domain.Calendar;

/// <summary>Days on which a clock stands still, by a decision.</summary>
/// <param name="From">First day that does not count.</param>
/// <param name="Until">Last day that does not count, the same day for a pause of one; null while nobody has said.</param>
public sealed record Pause(DateOnly From, DateOnly? Until = null)
{
    /// <summary>The last day, or the end of time while the pause is open.</summary>
    internal DateOnly Last => Until ?? DateOnly.MaxValue;

    /// <summary>True when the clock stands still on that day.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Last;

    /// <summary>The same paused days as spans that neither overlap nor touch, in order; a pause that ends before it begins is none.</summary>
    internal static IReadOnlyList<Pause> Merge(IEnumerable<Pause> pauses)
    {
        var merged = new List<Pause>();
        foreach (var pause in pauses.Where(p => p.From <= p.Last).OrderBy(p => p.From))
            if (merged is [.., var last] && pause.From.DayNumber - 1L <= last.Last.DayNumber)
                merged[^1] = last with { Until = last.Until is null || pause.Until is null ? null : pause.Until > last.Until ? pause.Until : last.Until };
            else
                merged.Add(pause);
        return merged;
    }
}
