namespace Duban.Domain.Procedures;

/// <summary>The steps a procedure may choose from, in the only order they can be walked (domain facts §3).</summary>
public enum Step
{
    /// <summary>立项登记.</summary>
    Register,
    /// <summary>研判定级.</summary>
    Grade,
    /// <summary>交办.</summary>
    HandOver,
    /// <summary>签收.</summary>
    Sign,
    /// <summary>方案制定.</summary>
    Plan,
    /// <summary>方案审定.</summary>
    ApprovePlan,
    /// <summary>整改至自查申请销号.</summary>
    SelfCheck,
    /// <summary>县级核查.</summary>
    CountyVerify,
    /// <summary>群众满意度测评.</summary>
    Survey,
    /// <summary>公示.</summary>
    Notice,
    /// <summary>市级验收.</summary>
    CityAccept,
    /// <summary>销号.</summary>
    StrikeOff,
    /// <summary>回头看.</summary>
    LookBack,
}
