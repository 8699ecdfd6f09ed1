using System.Text.RegularExpressions;
using static Duban.Web.Documents.Import.LedgerField;

namespace Duban.Web.Documents.Import;

/// <summary>Headings told by how they are made, where offices make them in more ways than a table of words holds: 整改承诺时间, 责任乡镇（街道、园区）.</summary>
internal static partial class HeadingShapes
{
    /// <summary>The field a heading's shape names and how surely; <see cref="Other"/> with 0 for one that is none for certain, null when the shape says nothing.</summary>
    /// <param name="bare">The heading without blanks, brackets and marks.</param>
    internal static (LedgerField Field, double Sure)? Of(string bare)
    {
        if (OtherGrade.IsMatch(bare) || OtherTerm.IsMatch(bare)) return (Other, 0);
        // The day that was set first gives way to the one it was moved to.
        if (Term.IsMatch(bare) || Planned.IsMatch(bare)) return (Deadline, bare[0] == '原' ? 0.55 : 0.95);
        if (MatterAndMore.IsMatch(bare)) return (Description, 0.95);
        // 市级责任单位 beside 县级责任单位 looks on; the one nearer to the matter does the work.
        if (Responsible.Match(bare) is { Success: true } unit) return (Unit, unit.Groups["above"].Success ? 0.85 : 0.955);
        return null;
    }

    [GeneratedRegex("(?:时限|期限|限期|时间节点|时间要求|日期要求|截止时间|截止日期|截止日|到期日|到期时间|到期日期)(?:要求|日期)?$")]
    private static partial Regex Term { get; }

    [GeneratedRegex("(?:计划|拟|预计|要求|承诺|目标|规定|约定|最迟|应)[^人]{0,6}(?:时间|日期|日)$(?<=.*(?:整改|完成|办结|销号|治理|整治|到位|解决|反馈|答复|回复|处置|落实).*)")]
    private static partial Regex Planned { get; }

    [GeneratedRegex("(?:有效|保质|使用|合同|任职|许可|服务|质保|租赁|建设|证件|资质|聘用|剩余|超|是否).{0,3}(?:时限|期限|限期|到期日|到期时间|到期日期)$")]
    private static partial Regex OtherTerm { get; }

    // 问题及整改要求 is the matter with what is asked of it.
    [GeneratedRegex("(?:问题|隐患)(?:隐患|描述|内容|清单)?(?:及|和|与)(?:整改|处理|办理|工作|具体)?(?:要求|意见|措施|建议|时限|期限)(?:及(?:时限|期限))?$")]
    private static partial Regex MatterAndMore { get; }

    [GeneratedRegex("^(?<above>省级|市级|省直|市直)?(?:县级|县区|区县|县市区|乡级|镇级)?(?:整改|治理|落实|属地|主体)?责任(?:县|区|市|镇|乡|街道|园区|地区|部门|单位|主体)(?!.*(?:人|领导|意见|电话|情况|签|分工)).{0,10}$")]
    private static partial Regex Responsible { get; }

    // A house's or a relic's grade is no hazard's level, and a system of points no point.
    [GeneratedRegex("(?:鉴定|房屋|危房|文保|文物|保护|资质|信用|医院|水质|密级|保密|紧急|响应).{0,2}(?:等级|级别)$|坐标系统?$")]
    private static partial Regex OtherGrade { get; }
}
