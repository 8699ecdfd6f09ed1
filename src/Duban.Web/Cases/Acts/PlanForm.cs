using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>报方案: one leader, one team, six elements.</summary>
/// <param name="Leader">The one leader, by id.</param>
/// <param name="Team">The team, by id.</param>
/// <param name="Goals">Goals and tasks.</param>
/// <param name="Measures">Measures with their time limits; rows without any words are left out.</param>
/// <param name="Funds">Money and materials.</param>
/// <param name="Duty">Body and responsibility.</param>
/// <param name="Contingency">Safety measures and contingency plan.</param>
/// <param name="InterimSafety">Safety until then; demanded for a major hazard.</param>
public sealed record PlanForm(
    string? Leader, IReadOnlyList<string?>? Team, string? Goals, IReadOnlyList<MeasureForm>? Measures,
    string? Funds, string? Duty, string? Contingency, string? InterimSafety) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r)
    {
        var plan = new Plan(
            r.Person(Leader, "leader"), [.. (Team ?? []).Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => r.Person(p, "team"))],
            ActReading.Words(Goals), MeasuresOf(r), ActReading.Words(Funds), ActReading.Words(Duty), ActReading.Words(Contingency))
        {
            InterimSafety = ActReading.Optional(InterimSafety),
        };
        return new FilePlan(plan, r.Posts([plan.Leader, .. plan.Team]));
    }

    private IReadOnlyList<Measure> MeasuresOf(ActReading r) =>
    [
        .. (Measures ?? []).Where(m => m is not null && !m.IsBlank).Select((m, i) => new Measure(
            $"M{i + 1}", ActReading.Words(m.Text), r.Day(m.Due, $"measures[{i}].due", required: true) ?? r.Act.Today, ActReading.Optional(m.Who))),
    ];
}

/// <summary>One measure as typed.</summary>
/// <param name="Text">What is done.</param>
/// <param name="Due">By when.</param>
/// <param name="Who">The responsible post.</param>
public sealed record MeasureForm(string? Text, string? Due, string? Who)
{
    /// <summary>True for a row nobody filled in.</summary>
    internal bool IsBlank => string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Due) && string.IsNullOrWhiteSpace(Who);
}
