using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>立项登记: one matter, one number, under the campaign's procedure.</summary>
/// <param name="Number">The number the office gives it.</param>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Matter">What it is about.</param>
public sealed record Register(string Number, string Campaign, Matter Matter) : ICaseAct
{
    /// <summary>Set when the list that is registered already states the level; grading then happens in the same act.</summary>
    public Level? Level { get; init; }

    /// <inheritdoc />
    public CaseAct Kind => CaseAct.Register;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act)
        .When(!c.Procedure.IsInForce(act.Today), "procedure.not_yet", "campaign", c.Procedure.From)
        .Words(Number, "number", 32).Words(Campaign, "campaign", 16)
        .Words(Matter.Title, "title", 200).Words(Matter.Description, "description", 10_000).Words(Matter.Place.Text, "place", 500)
        .Else(() => Facts(c));

    private IReadOnlyList<CaseEvent> Facts(Case c)
    {
        var registered = new CaseEvent.Registered(Number, Campaign, c.Procedure.Code, c.Procedure.Version, Matter);
        return Level is { } level && c.Procedure.Has(Procedures.Step.Grade)
            ? [registered, new CaseEvent.Graded(level, null, [])]
            : [registered];
    }
}
