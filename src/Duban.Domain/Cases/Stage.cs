namespace Duban.Domain.Cases;

/// <summary>How far a case has come in this round: the last thing that is done. What it waits for is <see cref="Case.Awaits"/>.</summary>
public enum Stage
{
    /// <summary>Nothing has happened yet.</summary>
    None,
    /// <summary>线索: somebody reported it.</summary>
    Reported,
    /// <summary>立项登记: it has its number.</summary>
    Registered,
    /// <summary>研判定级: level, lead unit and co-operating units are set.</summary>
    Graded,
    /// <summary>交办: a unit has it, the receipt clock runs.</summary>
    HandedOver,
    /// <summary>申请退单: the unit asks to give it back; the office decides.</summary>
    ReturnAsked,
    /// <summary>退单: the office took it back; it waits for another unit.</summary>
    Returned,
    /// <summary>签收: the unit has signed.</summary>
    Accepted,
    /// <summary>方案制定: the plan is filed and waits for approval.</summary>
    Planned,
    /// <summary>整改中: the team works.</summary>
    Rectifying,
    /// <summary>自查申请销号: the unit says it is done.</summary>
    Applied,
    /// <summary>县级核查: somebody who did not do the work has looked.</summary>
    CountyVerified,
    /// <summary>群众满意: the sample of residents confirmed it.</summary>
    Satisfied,
    /// <summary>公示中: the notice hangs and objections may come.</summary>
    OnNotice,
    /// <summary>公示期满: the notice ended without an upheld objection.</summary>
    Noticed,
    /// <summary>市级验收: the city's lead department accepted.</summary>
    CityAccepted,
    /// <summary>销号: struck off; terminal for the round.</summary>
    StruckOff,
    /// <summary>长期坚持: an honest end state with a review date, never counted as struck off.</summary>
    LongTerm,
    /// <summary>合并: another case carries it on.</summary>
    Merged,
    /// <summary>误报作废: it was no problem.</summary>
    Void,
}

/// <summary>A stage as people speak of it, which depends on the round.</summary>
public readonly record struct StageInRound(Stage Stage, int Round)
{
    /// <summary>待报新一轮方案: who begins another round has signed for nothing anew.</summary>
    public bool BeginsAgain => Round > 1 && Stage == Stage.Accepted;
}

/// <summary>Questions about stages that several rules ask.</summary>
public static class Stages
{
    /// <summary>True once the case is out of the loop for this round.</summary>
    public static bool IsEnd(this Stage stage) => stage is Stage.StruckOff or Stage.LongTerm or Stage.Merged or Stage.Void;

    /// <summary>True while a unit holds the case, from hand-over to strike-off.</summary>
    public static bool IsHeld(this Stage stage) => stage is >= Stage.HandedOver and < Stage.StruckOff and not Stage.Returned;
}
