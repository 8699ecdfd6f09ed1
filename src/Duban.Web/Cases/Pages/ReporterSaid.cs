using Duban.Domain.Cases;
using Duban.Domain.People;

namespace Duban.Web.Cases.Pages;

/// <summary>What somebody without an account reported; it lies outside the ledger and may have been erased.</summary>
/// <param name="Words">What is wrong; null once erased.</param>
/// <param name="At">When.</param>
public sealed record ReporterSaid(string? Words, DateTimeOffset At)
{
    /// <summary>When it was erased, or null.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>How to reach them; for the office alone.</summary>
    public string? Contact { get; init; }

    /// <summary>The township, county or park they chose.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>Where exactly.</summary>
    public Place? Place { get; init; }

    /// <summary>The numbers of their photos, from 1.</summary>
    public IReadOnlyList<int> Photos { get; init; } = [];
}

/// <summary>What was reported as this lead, or null.</summary>
public delegate Task<ReporterSaid?> ReporterWords(CaseId lead);
