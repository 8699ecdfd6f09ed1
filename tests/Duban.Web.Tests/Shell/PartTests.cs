using Duban.Web.Shell.Parts;

namespace Duban.Web.Tests.Shell;

public sealed class PartTests
{
    [Fact]
    public async Task Every_light_has_a_shape_of_its_own_and_a_word()
    {
        var shapes = new HashSet<string>();
        foreach (var lamp in Enum.GetValues<Lamp>())
        {
            var light = await Rendered.One(LightMark.Of(lamp, "超期 6 天"));
            Assert.Equal("超期 6 天", light.TextContent);
            Assert.Equal("true", light.QuerySelector("svg")!.GetAttribute("aria-hidden"));
            Assert.True(shapes.Add(light.QuerySelector("svg")!.InnerHtml));
        }
    }

    [Fact]
    public async Task What_people_wrote_is_text_wherever_it_stands()
    {
        const string hostile = "<img src=x onerror=alert(1)>";
        var light = await Rendered.One(LightMark.Of(Lamp.Red, hostile));
        var step = await Rendered.One(LoopTape.Of([new(hostile, hostile, LoopPlace.Now)], Rendered.Zh));
        var row = await Rendered.One(Timeline.Of([new(default, hostile) { Quote = hostile, By = hostile }], Rendered.Zh));

        Assert.All([light, step, row], part => Assert.Null(part.QuerySelector("img")));
        Assert.Contains(hostile, row.TextContent);
    }

    [Fact]
    public async Task The_tape_marks_where_the_case_stands_and_its_neighbours()
    {
        var tape = await Rendered.One(LoopTape.Of([new("交办", "1月15日", LoopPlace.Past), new("签收", null, LoopPlace.Past),
            new("整改中", "第 43 天", LoopPlace.Now), new("销号", null, LoopPlace.Next)], Rendered.Zh));

        Assert.Equal("闭环 4 步，当前第 3 步", tape.GetAttribute("aria-label"));
        Assert.Equal("整改中第 43 天", tape.QuerySelector("[aria-current=step]")!.TextContent);
        Assert.Equal(3, tape.QuerySelectorAll(".near").Length);
    }

    [Fact]
    public async Task A_checklist_shows_the_gap_first_and_the_done_last()
    {
        var list = await Rendered.Component<Checklist>(new()
        {
            ["W"] = Rendered.Zh,
            ["Items"] = new CheckItem[] { new(CheckPart.Ready, "方案"), new(CheckPart.Waiting, "公示"), new(CheckPart.Missing, "措施完成 2 / 4") { Act = ("报进度", "/x"), Basis = "程序第 8 步", Unverified = true } },
        });

        Assert.Equal(["还差 1", "未到 1", "已具备 1"], list.QuerySelectorAll("h3").Select(h => h.TextContent));
        Assert.Equal("3 项，已具备 1 项", list.QuerySelector("header span")!.TextContent);
        Assert.Equal("/x", list.QuerySelector(".miss .end a")!.GetAttribute("href"));
        Assert.Equal("依据待核", list.QuerySelector(".du-state.unver")!.TextContent);
    }

    [Fact]
    public async Task A_blocked_act_is_a_box_with_its_reason_and_never_a_button()
    {
        var panel = await Rendered.Component<ActPanel>(new()
        {
            ["Frame"] = Rendered.Frame,
            ["Acts"] = new ActView[] { ActView.Blocked("申请销号", "还差 4 项，见清单"), new("传影像", "/b"), new("签收", "/c", Primary: true, Post: true) },
        });

        Assert.Equal("签收", panel.QuerySelector(".btn")!.TextContent);
        Assert.Single(panel.QuerySelectorAll(".btn-primary"));
        Assert.Equal("token", panel.QuerySelector("form[action='/c'] input")!.GetAttribute("value"));
        Assert.Equal("申请销号　还不能还差 4 项，见清单", panel.QuerySelector(".no")!.TextContent);
        Assert.Empty(panel.QuerySelectorAll("[disabled]"));
    }

    [Fact]
    public async Task Both_clocks_give_number_date_and_working_days()
    {
        var strip = await Rendered.Component<ClockStrip>(new()
        {
            ["W"] = Rendered.Zh,
            ["Node"] = new ClockFace("环节时钟", new(2021, 3, 1), new(2021, 3, 31), Lamp.Yellow, "落后 17 点") { WorkingDaysLeft = 12, DonePercent = 30 },
            ["Holder"] = new HolderView("涌水专班", new(2021, 2, 1)) { Next = "报进度" },
        });

        Assert.Equal("还有 16 天12 个工作日，3月31日 周三到期", strip.QuerySelector(".v")!.TextContent);
        Assert.Equal("已过 47%完成 30%", strip.QuerySelector(".leg")!.TextContent);
        Assert.Equal("未起算", strip.QuerySelectorAll(".du-light")[1].TextContent);
        Assert.Equal("2月1日 周一起在手，已 42 天", strip.QuerySelector(".du-holder .small")!.TextContent);
    }

    [Fact]
    public async Task A_pair_without_its_after_says_so()
    {
        var pair = await Rendered.One(EvidencePair.Of(new("/f/1", "水", new(2021, 1, 25)), null, Rendered.Zh));

        Assert.Equal(["整改前　1月25日 周一", "整改后"], pair.QuerySelectorAll("figcaption b").Select(b => b.TextContent));
        Assert.Equal("还没有整改后影像", pair.QuerySelector(".none")!.TextContent);
    }

    [Fact]
    public async Task A_pager_goes_on_and_back_to_the_start()
    {
        var foot = await Rendered.One(Pager.Of("共 91 件", "/cases?after=x", null, Rendered.En));

        Assert.Equal("Next", Assert.Single(foot.QuerySelectorAll("a")).TextContent);
    }
}
