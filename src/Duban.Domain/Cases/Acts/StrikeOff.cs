using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>销号: filed by somebody who neither did, nor verified, nor accepted the work.</summary>
public sealed record StrikeOff(string Opinion) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.StrikeOff;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Opinion, "opinion")
        .Else<CaseEvent>(() => new CaseEvent.StruckOff(Opinion));
}
