using Duban.Domain;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Shell.Gallery;

/// <summary>Content for the gallery: one case, a slip, a refusal. Posts only, and nothing that happened.</summary>
internal static class Samples
{
    public static bool Weekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static ClockFace Node(Words w) => new(w["clock.node"], new(2021, 3, 1), new(2021, 3, 31), Lamp.Yellow, w.Behind(17))
    {
        About = "一期调试达标",
        WorkingDaysLeft = 12,
        DonePercent = 30,
        IsWorkingDay = Weekday,
    };

    public static ClockFace Total(Words w) => new(w["clock.total"], new(2021, 1, 15), new(2021, 12, 31), Lamp.Green, w["light.green"])
    {
        Pauses = [new(new(2021, 2, 8), new(2021, 2, 19))],
        PauseNote = "暂停 12 天，春节停工，副市长签批",
    };

    public static ClockFace Late(Words w) => new(w["clock.node"], new(2021, 2, 22), new(2021, 3, 9), Lamp.Red, w.DaysLeft(-6)) { IsWorkingDay = Weekday, DonePercent = 60 };

    public static ClockFace DueToday(Words w) => new(w["clock.total"], new(2021, 3, 8), new(2021, 3, 15), Lamp.Orange, w.DaysLeft(0)) { IsWorkingDay = Weekday };

    public static HolderView Holder { get; } = new("衡东县涌水专班", new(2021, 2, 1)) { Contact = "牵头单位值班 0734-52×××07", Next = "今天报 3月上半月进度" };

    public static IReadOnlyList<LoopStep> Loop { get; } =
    [
        .. new[] { ("线索", "1月8日"), ("立项登记", "1月8日"), ("研判定级", "1月11日"), ("交办", "1月15日"), ("签收", "1月16日"), ("方案审定", "2月1日") }.Select(s => new LoopStep(s.Item1, s.Item2, LoopPlace.Past)),
        new("整改中", "第 43 天", LoopPlace.Now),
        .. new[] { ("自查申请", "等 4 项"), ("县级核查", null), ("满意度", null), ("公示", null), ("市级验收", null), ("销号", "12月31日前") }.Select(s => new LoopStep(s.Item1, s.Item2, LoopPlace.Next)),
    ];

    public static IReadOnlyList<CheckItem> Check { get; } =
    [
        new(CheckPart.Missing, "措施完成 2 / 4", "差 M3 一期调试、M4 在线联网") { Act = ("报进度", "#"), Basis = "程序第 8 步" },
        new(CheckPart.Missing, "出水连续达标 2 / 6 次", "2月25日 周四总镉超标 0.16 倍，之后重新计数") { Act = ("录监测数据", "#"), Basis = "GB 25466-2010 表 2", Unverified = true },
        new(CheckPart.Missing, "整改后影像 1 / 4 个点位", "差导流渠、排口、下游断面") { Act = ("传影像", "#"), Basis = "程序第 8 步" },
        new(CheckPart.Waiting, "县级核查", "核查人不得来自整改单位") { By = "县生态环境分局以外部门", Basis = "回避规则" },
        new(CheckPart.Waiting, "群众满意度", "系统抽样 30 户，满意率不低于 90%") { By = "镇村协助发码", Basis = "专项设定" },
        new(CheckPart.Waiting, "市级验收", "验收人不得是县级核查人") { By = "市生态环境局", Basis = "回避规则" },
        new(CheckPart.Ready, "一个方案、一名领导、一个专班", "方案 2月1日 周一审定，分管副县长领办"),
        new(CheckPart.Ready, "方案六要素、五到位齐全", "措施、资金 960 万元、时限、责任人、预案"),
        new(CheckPart.Ready, "临时安全措施有效", "应急中和处理每日巡查"),
        new(CheckPart.Ready, "整改前影像与监测", "4 个点位齐"),
    ];

    public static IReadOnlyList<ActView> Acts { get; } =
    [
        new("报进度", "#", Primary: true), new("传影像", "#"), new("录监测数据", "#"), new("申请延期", "#"), ActView.Blocked("申请销号", "还差 3 项，见清单"),
    ];

    public static IReadOnlyList<TimelineRow> Timeline { get; } =
    [
        new(At(3, 15, 8), "录入出水监测 1 次") { By = "涌水专班 · 监测岗　总镉 0.01739，达标" },
        new(At(3, 8, 8), "黄灯：M3 落后时间进度", TimelineWeight.Warning) { By = "阶梯“金龙专项”第 2 级，提出提醒" },
        new(At(2, 25, 16), "出水总镉超标 0.16 倍", TimelineWeight.Breach) { By = "连续达标次数归零", Quote = "加药泵故障，2月26日已更换，操作规程补了一条。" },
        new(At(2, 1, 10), "方案审定", TimelineWeight.Decision) { By = "分管副县长领办，涌水专班 5 个岗位" },
        new(At(1, 15, 9), "交办", TimelineWeight.Decision) { By = "市督查室 → 衡东县，交办单衡督交〔2021〕3 号" },
    ];

    public static IReadOnlyList<Reason> Reasons { get; } =
    [
        new("form.too_long", "Opinion", "自查情况", 21_304, 20_000) { Basis = "sample.basis", Who = Domain.Cases.Hand.Unit },
        new("form.shape", "Households", "M3 入户接水") { Basis = "sample.basis", Who = Domain.Cases.Hand.Unit },
        new("form.control_characters", "Due", "完成日期") { Who = Domain.Cases.Hand.Unit },
        new("form.unknown_field", null, "结论") { Basis = "sample.basis" },
    ];

    public static SlipView Slip { get; } = new("衡阳市安全生产委员会办公室", "衡安办交〔2021〕9 号", "衡东县人民政府",
        "经市级排查，你县存在下列 4 处问题隐患，其中重大隐患 1 处，现予交办。请按时限整改到位，逐件申请销号；重大隐患整改期间须落实临时安全措施。", new(2021, 3, 2),
        [
            new("AQ-061", "洣水镇某化工储存点", "可燃气体报警器未定期校验，校验标签过期", "一般", false, "立案查处，限期整改到位", "3月17日"),
            new("AQ-062", "石湾镇某在建项目", "塔吊未办理使用登记，附着装置焊缝开裂", "一般", false, "制定专项方案，分步实施", "3月29日"),
            new("AQ-066", "甘溪镇某地质灾害点", "裂缝监测桩缺失，“两卡一表”未发放", "重大", true, "停业整改，验收合格后恢复", "3月19日"),
            new("AQ-069", "杨桥镇某临水临崖路段", "缺少防护栏和警示标志，连续下坡无减速设施", "一般", false, "制定专项方案，分步实施", "3月22日"),
        ])
    {
        Keys = [("交办日期", "2021年3月2日 周二"), ("签收时限", "3月3日 周三 18:00 前"), ("退单", "签收时限内写明理由，市安委办裁定"), ("每日报送", "17:00 前；没有变化报“零报告”")],
        IssuedBy = [("签发岗位", "市安委办主任"), ("经办岗位", "督查科经办员"), ("联系电话", "0734-88×××12")],
        ReceivedBy = [("签收单位", "衡东县人民政府"), ("责任领导（岗位）", "")],
        Code = "4F7 K2Q",
        CopyTo = "衡东县应急管理局",
        Check = "校验 7be2 90c4 1d3a",
    };

    private static DateTimeOffset At(int month, int day, int hour) => new(2021, month, day, hour, 40, 0, TimeSpan.FromHours(8));
}
