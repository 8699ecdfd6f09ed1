namespace Duban.Domain.Calendar;

/// <summary>What a clock counts.</summary>
public enum DayKind
{
    /// <summary>Every day (自然日).</summary>
    Natural,
    /// <summary>Days worked by the State Council's arrangement (工作日).</summary>
    Working,
}

/// <summary>A length of time given to somebody, e.g. five working days; the day it starts is not counted.</summary>
/// <param name="Days">How many, 0 or more.</param>
/// <param name="Kind">Which days count.</param>
public sealed record Span(int Days, DayKind Kind);
