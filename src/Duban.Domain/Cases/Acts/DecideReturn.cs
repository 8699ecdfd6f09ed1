using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>审批退单: the office takes the case back, or overrules and the receipt clock starts again.</summary>
public sealed record DecideReturn(bool Grant, string Opinion) : ICaseAct
{
    /// <inheritdoc />
    public CaseAct Kind => CaseAct.DecideReturn;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Opinion, "opinion")
        .Else<CaseEvent>(() => Grant
            ? new CaseEvent.ReturnGranted(Opinion)
            : new CaseEvent.ReturnOverruled(Opinion, HandOver.SignBy(c.Procedure, act)));
}
