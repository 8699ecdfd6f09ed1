namespace Duban.Web.Documents.Import;

/// <summary>What a column of a ledger means. Stored in saved mappings by name: add members, never rename them.</summary>
public enum LedgerField
{
    /// <summary>Nothing known: kept with the case under its own heading.</summary>
    Other,
    /// <summary>序号: the list's running number, no identity.</summary>
    Serial,
    /// <summary>编号: a number given by somebody's system.</summary>
    Number,
    /// <summary>交办对象, 责任单位: the unit that will be handed the case.</summary>
    Unit,
    /// <summary>承办单位: who in the unit does the work.</summary>
    Handler,
    /// <summary>协办单位, 配合单位.</summary>
    CoUnit,
    /// <summary>督导单位, 督办领导.</summary>
    Supervisor,
    /// <summary>行业领域, 类别.</summary>
    Sector,
    /// <summary>隐患单位（点位）, 部位或场所.</summary>
    Site,
    /// <summary>所在乡镇、村, 地址.</summary>
    Place,
    /// <summary>问题隐患描述.</summary>
    Description,
    /// <summary>隐患等级.</summary>
    Level,
    /// <summary>经纬度 in one column.</summary>
    Coordinate,
    /// <summary>经度.</summary>
    Longitude,
    /// <summary>纬度.</summary>
    Latitude,
    /// <summary>整改时限.</summary>
    Deadline,
    /// <summary>责任人.</summary>
    Person,
    /// <summary>责任领导.</summary>
    Leader,
    /// <summary>工作专班.</summary>
    Team,
    /// <summary>联系电话.</summary>
    Phone,
    /// <summary>整改措施.</summary>
    Measures,
    /// <summary>整改目标.</summary>
    Goal,
    /// <summary>投入资金.</summary>
    Funds,
    /// <summary>应急措施, 预案.</summary>
    Contingency,
    /// <summary>整改进展, 整改完成情况.</summary>
    Progress,
    /// <summary>销号状态, 是否完成.</summary>
    Status,
    /// <summary>启动时间.</summary>
    StartedOn,
    /// <summary>完成时间.</summary>
    CompletedOn,
    /// <summary>验收单位, 验收人.</summary>
    Verifier,
    /// <summary>验收结果.</summary>
    Verdict,
    /// <summary>销号时间, 验收日期.</summary>
    StruckOffOn,
    /// <summary>任务来源, 来源.</summary>
    Source,
    /// <summary>排查时间, 检查时间.</summary>
    FoundOn,
    /// <summary>收文时间, 交办时间.</summary>
    ReceivedOn,
    /// <summary>排查人员, 检查单位.</summary>
    Inspector,
    /// <summary>备注.</summary>
    Remarks,
}
