using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>One problem, one plan: exactly one leader, one team, and the six elements of a treatment plan (domain facts §5).</summary>
/// <param name="Leader">The one leader in charge (包案领导).</param>
/// <param name="Team">The dedicated team (专班), at least one person besides the leader.</param>
/// <param name="Goals">Goals and tasks (整改目标和任务).</param>
/// <param name="Measures">Methods and measures, each with a time limit, at least one.</param>
/// <param name="Funds">Money and materials (经费和物资), in words and numbers as filed.</param>
/// <param name="Duty">Body and responsibility (机构和责任).</param>
/// <param name="Contingency">Safety measures and contingency plan (安全措施和应急预案).</param>
public sealed record Plan(
    PersonId Leader, IReadOnlyList<PersonId> Team, string Goals, IReadOnlyList<Measure> Measures,
    string Funds, string Duty, string Contingency)
{
    /// <summary>Safety measures until the hazard is gone; demanded for a major hazard.</summary>
    public string? InterimSafety { get; init; }
}

/// <summary>One measure of a plan.</summary>
/// <param name="Code">Its number in the plan, <c>M1</c>, <c>M2</c> …</param>
/// <param name="Text">What is done.</param>
/// <param name="Due">By when.</param>
/// <param name="Who">The responsible post.</param>
public sealed record Measure(string Code, string Text, DateOnly Due, string? Who = null);
