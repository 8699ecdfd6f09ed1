namespace Duban.Web.Documents.Import;

/// <summary>The table itself: field, sureness, words. From the ledgers of domain facts §8 and what offices make of them.</summary>
internal static partial class HeaderWords
{
    private const string Words = """
        Serial 1: 序号 序 项次 行号 no no. # item itemno 顺序号 seq serial serialno serialnumber 顺号
        Number 1: 编号 隐患编号 问题编号 统一编号 案件编号 事项编号 任务编号 交办编号 台账编号 督办编号 工单编号 工单号 信访编号 受理编号 序列号 文号 案号 caseenquiryid caseid id servicerequestid requestid referenceno casenumber ticket 提案编号 建议编号 信访件编号 线索编号 批次编号 案件号 隐患编码 问题编码 图斑编号
        Unit 1: 交办对象 被交办单位 接收单位 移交单位 移交对象 承接单位 交办责任单位 签收单位 handedoverto
        Unit 0.97: 责任单位 整改责任单位 整改单位 责任主体 整改主体 整改责任主体 责任部门 整改责任部门 responsibleunit unit department agency assignedto responsibleparty responsibleagency responsibledepartment responsibleorganization responsibleorganisation responsiblebody responsiblecounty responsibledistrict assignedunit assigneddepartment
        Unit 0.96: 牵头单位 牵头部门 主责单位 责任牵头单位 牵头责任单位 主办单位 主管单位 责任县市区 责任区县 督办对象 被督查单位 被督导单位 被督办单位 被通报单位 被约谈单位 被检查县区 承办协办单位 主办协办单位 主办协办 承办协办 牵头配合单位 牵头及配合单位 责任县 责任县市区园区 责任市县 责任园区 领办单位 归口单位 处置单位 包案单位 整治责任单位 整治单位 leadunit 转办单位 分办单位 交办至 派往单位 主送单位 核查处置单位 答复单位 牵头配合
        Unit 0.95: 属地 属地单位 县市区 县区 区县 区县市 县市区单位 所属区县 所属县市区 所属县区 所在县市区 行政区划 行政区 辖区 所属辖区 地区 区域 单位区域 所属地区 县市区园区 县区园区 所属县市区园区 地市区县 镇街部门 乡镇部门 乡镇街道部门 county district 园区 园区名称 所属园区 所在园区 工业园区 问题属地 隐患属地 案件属地 事发属地 责任属地 属地县区 属地县市区 问题所在县区
        Unit 0.9: 承办单位 落实单位 办理单位 责任单位责任人 整改责任单位及责任人 责任单位及责任人 具体责任单位 实施单位 整改落实单位 负责单位 承办部门 填报单位 上报单位 处置部门 处理部门 处理单位 办理部门 整改落实责任单位 整改落实部门
        Unit 0.7: 包保单位 权属单位 单位 单位名称 部门 责任 区划代码 单位代码 行政区划代码 unitcode
        Handler 1: 具体承办单位 承办科室 承办人 经办人 经办单位 具体负责单位 责任科室 直接责任单位 handler queue
        CoUnit 1: 协办单位 配合单位 协同单位 责任协同单位 参与单位 会办单位 配合部门 协办部门 协作单位 cooperatingunits
        Supervisor 1: 督导单位 督办单位 督查单位 监管单位 行业监管部门 监管部门 行业主管部门 主管部门 督办领导 督导领导 包案领导 挂牌督办单位 督办人 督导组 市级督导单位 省级督导单位 supervisor
        Sector 1: 行业领域 行业 领域 隐患类别 类别 问题类别 问题类型 隐患类型 类型 行业类别 行业类型 所属行业 所属领域 分类 专业 专项 问题分类 隐患分类 领域类别 重点领域 事项类别 环境要素 污染类型 sector category reason
        Site 1: 隐患单位 点位 隐患点位 问题点位 部位或场所 隐患部位 部位 场所 隐患地点 企业名称 隐患单位名称 隐患点名称 存在问题单位 问题单位 受检单位 被检查单位 检查单位名称 企业单位名称 受检单位名称 被检单位 项目名称 隐患所在单位 隐患所在部位 生产经营单位 生产经营单位名称 企业 单位场所 场所名称 点位名称 隐患场所 隐患点 隐患名称及部位 单位点位 对象名称 检查对象 问题部位 site location 问题位置 问题地点 问题发生地点 问题所在位置 隐患发生地点 工程名称
        Site 0.85: 地点 位置 具体位置 所在位置 具体地点 隐患位置 发生地点 名称 locationstreetname
        Place 1: 地址 详细地址 单位地址 企业地址 隐患地址 所在地址 所在乡镇 所在乡镇村 乡镇 乡镇街道 镇街 所在镇街 所属乡镇 所属街道 街道 村 村社区 所在村 所在地 所在地点 neighborhood address
        Description 1: 问题隐患描述 隐患描述 问题描述 反馈问题 督查内容 隐患内容 问题内容 存在问题 存在的问题 存在隐患 存在的隐患 主要问题 问题隐患 隐患问题 问题隐患内容 事故隐患内容 事故隐患 隐患情况 隐患具体情况 隐患情况描述 问题情况 问题清单 具体问题 突出问题 发现问题 发现的问题 发现隐患 检查发现问题 检查情况 反馈意见 反馈的问题 交办问题 交办事项 督办事项 督查事项 事项 事项内容 任务内容 工作任务 主要任务 重点任务 任务 问题 隐患 问题及隐患 隐患事实 隐患现状 隐患详情 问题详情 详细描述 描述 诉求内容 问题表述 隐患或问题 问题摘要 风险隐患 风险隐患描述 安全隐患 整改事项 整改内容 整改任务 督办内容 交办内容 隐患概况 问题概述 问题点位及内容 点位及问题 点位及存在问题 问题点位描述 隐患点位描述 违法违规行为 违法行为 违规行为 乱象表现 乱象 问题表现 具体表现 主要表现 病害描述 缺陷描述 部位及问题 基本情况 description casetitle title issue problem hazard details finding findings defect deficiency nonconformity 案由 提案题目 提案标题 建议题目 建议标题 线索内容 不合格项目 不合格项 不符合项 不合格情况 隐患情形 问题简述 议定事项 反映问题 反映内容 来电内容 工单内容 来信内容 顽疾描述 违法违规事实 违法事实 违规事实 违法违规问题 违法违规情况 诉求 信访诉求 主要诉求 诉求事项 信访事项 反映事项 线索概述 线索摘要 线索描述 隐患事项 主要隐患 主要安全隐患 重点隐患 问题事实
        Description 0.85: 风险点 办件标题 办件内容 案件标题 工单标题 标题 隐患名称 问题名称 事项名称 任务名称 内容 情况描述 主要内容 情况
        Level 1: 隐患等级 隐患级别 等级 级别 风险等级 风险级别 问题等级 问题级别 隐患性质 隐患程度 整改级别 严重程度 重大一般 一般重大 是否重大隐患 是否重大 是否重大事故隐患 是否为重大隐患 是否属于重大隐患 level severity priority grade
        Coordinate 1: 经纬度 坐标 经纬度坐标 地理坐标 位置坐标 gps坐标 gps 点位坐标 坐标经纬度 空间坐标 中心坐标 经度纬度 经度、纬度 coordinates coordinate latlng lnglat
        Longitude 1: 经度 东经 longitude lng lon x坐标 坐标经度 经度坐标 long
        Latitude 1: 纬度 北纬 latitude lat y坐标 坐标纬度 纬度坐标
        Deadline 1: 整改时限 时限 完成时限 办复要求 整改期限 期限 办理期限 办理时限 限期 整改完成时限 要求完成时间 规定完成时间 计划完成时间 拟完成时间 预计完成时间 计划完成时限 整改时限要求 时限要求 完成期限 治理期限 治理时限 限改时间 限期整改时间 整改限期 截止时间 截止日期 整改截止时间 整改截止日期 整改截止 整改到位时间 要求整改到位时间 限期整改到位时间 办结时限 办理要求 限办时间 限办日期 要求办结时间 应完成时间 目标完成时间 拟何时销号 拟销号时间 计划销号时间 销号时限 销号时间节点 化解时限 化解期限 整治时限 修复时限 消缺时限 消缺时间 责令改正期限 deadline due duedate targetdt targetdate timelimit rectifyby completeby dueby duedates targetcompletiondate completiondeadline expectedcompletiondate 答复期限 答复时限 回复期限 回复时限 反馈期限 反馈时限 要求反馈时间 要求回复时间 要求答复时间 要求报送时间 整改起止时间 整改起止日期 起止时间 起止日期 限定完成日 限定完成日期 限定完成时间 最迟完成时间 最后期限 整改结束时间 整改结束日期 处置期限 处置时限 落实时限 落实期限 解决时限 解决期限 销号期限 结案时限 办结期限 整改节点 完成节点 销号节点 时限节点 整改时间节点 限改日期 限改期限 限改时限 限期日期 何时办结 何时完成 何时销号 整治期限 责令整改期限 整改截止期限 完成时点 限时
        Deadline 0.85: 整改时间 整改日期 时间节点 时间要求 完成时间节点 完成要求 结束时间 结束日期 终止时间 截止
        Person 1: 责任人 整改责任人 负责人 责任人员 具体责任人 直接责任人 整改负责人 联系人 责任人姓名 责任人职务 单位责任人 企业责任人 企业负责人 单位负责人 责任岗位 responsibleperson owner
        Leader 1: 责任领导 整改责任领导 分管领导 牵头领导 县级责任领导 市级责任领导 包保领导 包保责任人 挂点领导 联系领导 领衔领导 leader
        Team 1: 工作专班 专班 责任专班 工作组 team
        Phone 1: 联系电话 电话 联系方式 责任人电话 手机 手机号 手机号码 电话号码 phone
        Measures 1: 整改措施 治理措施 具体措施 措施 整改要求 处理措施 整改方案 整改意见 处置措施 防控措施 拟采取措施 采取措施 采取的措施 整改建议 处理意见 分步措施 工作措施 整改具体措施 主要措施 measures 整改举措 工作举措 举措
        Goal 1: 整改目标 目标 整改标准 目标要求 验收标准 销号标准 goal target
        Funds 1: 资金 投入资金 整改资金 治理资金 资金投入 所需资金 资金万元 整改资金落实 落实资金 资金落实 funds budget
        Contingency 1: 应急措施 应急预案 预案 防范措施 安全措施 监控措施 临时措施 contingency
        Progress 1: 整改进展 进展 整改情况 整改完成情况 整改进展情况 进展情况 整改落实情况 落实情况 完成情况 办理情况 办理进展 进度 工作进展 整改进度 目前进展 目前状态 当前进展 办理结果 整改结果 复查结果 治理情况 closurereason progress
        Status 1: 销号状态 状态 是否完成 是否整改 是否完成整改 是否整改完成 是否整改到位 是否销号 整改状态 完成状态 办理状态 是否办结 销号情况 casestatus status
        StartedOn 1: 启动时间 开始时间 整改开始时间 开工时间 started 起始时间 起始日期 开始日期 整改起始时间 开工日期
        CompletedOn 1: 完成时间 实际完成时间 整改完成时间 完成日期 整改完成日期 办结时间 办结日期 完成整改时间 实际完成日期 closeddt closed completed
        Verifier 1: 验收单位 验收人 验收人员 核查单位 核查人 复查人 复查人员 复查单位 验收责任人 销号单位 验收部门 验收人日期 验收责任单位 verifier
        Verdict 1: 验收结果 验收意见 验收情况 核查结果 核查意见 复查意见 验收销号意见 验收结论 是否验收 是否通过验收 复查情况 销号意见 验收销号情况 verdict
        StruckOffOn 1: 销号时间 销号日期 验收时间 验收日期 复查时间 复查日期 核查时间 验收销号时间 验收销号日期 struckoff
        Source 0.8: 交办单位 派发单位 下达单位 派单单位
        Source 1: 任务来源 来源 问题来源 隐患来源 线索来源 交办来源 反馈来源 信息来源 source
        FoundOn 1: 排查时间 检查时间 检查日期 排查日期 发现时间 发现日期 督查时间 形成时间 隐患发现时间 巡查时间 督导时间 登记时间 登记日期 上报时间 上报日期 填报日期 填报时间 opendt opened requesteddatetime found reported 暗访时间 暗访日期 抽查时间 抽查日期 督查日期 督导日期 巡查日期 来电时间 来信时间 反映时间 会议时间 会议日期
        ReceivedOn 1: 收文时间 收文日期 交办时间 交办日期 移交时间 接收时间 反馈时间 下达时间 受理时间 立项时间 received 受理日期 批示时间 批示日期 转办时间 派单时间 派发时间 下发时间 下达日期 下发日期 送达时间 送达日期 派遣时间 派遣日期 派单日期 转办日期 移交日期
        Inspector 1: 排查人员 排查人 检查人员 检查人 检查单位 排查单位 督查人员 检查组 督查组 发现人 检查部门 填报人 排查责任人 inspector
        Remarks 1: 备注 说明 注 备注说明 其他 备 意见反馈渠道 remarks notes remark comment comments
        """;
}
