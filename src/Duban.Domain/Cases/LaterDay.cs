namespace Duban.Domain.Cases;

/// <summary>Why a case is handed over with a later day than its list demands.</summary>
/// <param name="Than">The list's day, or the last of the time for what it wants at once (立行立改).</param>
/// <param name="Why">The reason, at most 500 characters.</param>
public sealed record LaterDay(DateOnly Than, string Why)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int Longest = 500;
}
