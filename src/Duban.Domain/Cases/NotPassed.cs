using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>不通过: a verification or an acceptance that sent the case back to work, as the unit is to read it.</summary>
/// <param name="Act">Which of the two acts refused it.</param>
/// <param name="By">Who.</param>
/// <param name="On">The day it was signed.</param>
/// <param name="Opinion">The conclusion, or why the city refused.</param>
public sealed record NotPassed(CaseAct Act, Actor By, DateOnly On, string Opinion)
{
    /// <summary>What was seen on the spot; null for an acceptance, which goes by the file.</summary>
    public SiteRecord? Record { get; init; }

    /// <summary>What is to be mended, in one breath: what was seen, or else the conclusion.</summary>
    public string Words => Record is { Findings: var seen } && !string.IsNullOrWhiteSpace(seen) ? seen : Opinion;
}
