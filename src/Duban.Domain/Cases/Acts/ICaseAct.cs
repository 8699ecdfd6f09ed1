using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>An act on a case: a rule that also names itself, so that rights can be asked first.</summary>
public interface ICaseAct : IRule<Case, CaseEvent>
{
    /// <summary>Which act of the one list it is.</summary>
    CaseAct Kind { get; }
}

/// <summary>The one way an act is put to a case.</summary>
public static class CaseActs
{
    /// <summary>Rights first, then the rule; somebody without the right learns nothing else about the case.</summary>
    public static Ruling<CaseEvent> PutTo(this ICaseAct rule, Case c, Act act) =>
        Rights.Refusal(act.By, rule.Kind, c.Holding?.Unit, c.CoUnits) is { } refusal ? refusal : rule.Decide(c, act);
}
