using Duban.Domain;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Tests.Shell;

public sealed class FieldTests
{
    private static readonly Reason[] reasons =
    [
        new("form.shape", "Measures[0].Text", "措施") { Basis = "sample.basis", Who = Duban.Domain.Cases.Hand.Unit },
        new("form.too_many", null, 2_000),
    ];

    private static readonly Fields f = new(Rendered.Zh, reasons);

    [Fact]
    public async Task A_summary_counts_leads_to_the_field_and_takes_the_focus()
    {
        var summary = await Rendered.One(ErrorSummary.Of("还不能申请销号", reasons, Rendered.Zh));

        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("还不能申请销号：2 个原因", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("#Measures-0-Text", Assert.Single(summary.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Equal(["依据　程序第 8 步", ""], summary.QuerySelectorAll("li > .soft").Select(b => b.TextContent));
        Assert.Equal(["由谁办　责任单位 · 联络员或责任领导", ""], summary.QuerySelectorAll("li > :last-child").Select(b => b.TextContent));
    }

    [Fact]
    public async Task Only_what_can_be_filled_in_is_said_to_pass_when_it_is_filled_in()
    {
        Reason[] gaps = [new("field.required", "Opinion"), new("form.shape", "Due", "时限")];
        var summary = await Rendered.One(ErrorSummary.Of("还不能保存", gaps, Rendered.Zh));
        Assert.Equal("还不能保存：差 2 项", summary.QuerySelector("h2")!.TextContent);
        Assert.Contains("补齐后一次通过", summary.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        var waits = await Rendered.One(ErrorSummary.Of("结束测评　还不能", [gaps[0], new("survey.running", null, new DateOnly(2021, 3, 22))], Rendered.Zh));
        Assert.DoesNotContain("补齐", waits.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 个原因", waits.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        var year = await Rendered.One(ErrorSummary.Of("还不能调整", [new("calendar.not_announced", "day", 2027)], Rendered.Zh));
        Assert.DoesNotContain("补齐", year.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_reasons_no_summary() => Assert.Empty((await Rendered.All(ErrorSummary.Of("x", [], Rendered.Zh))).Body!.Children);

    [Fact]
    public async Task A_field_says_what_is_wrong_beside_what_was_typed()
    {
        var field = await Rendered.One(f.Text("Measures[0].Text", "措施", "导流\"><script>", "写明做什么"));
        var input = field.QuerySelector("input")!;

        Assert.Equal("导流\"><script>", input.GetAttribute("value"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal(input.Id, field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("第 1 项：“措施”的内容不是文字", field.QuerySelector(".msg")!.TextContent);
        Assert.Equal("Measures-0-Text-msg Measures-0-Text-hint", input.GetAttribute("aria-describedby"));
        Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(field.QuerySelector("#" + id)));
    }

    [Fact]
    public async Task A_sound_field_carries_no_marks()
    {
        var field = await Rendered.One(f.Text("Goal", "目标", "达标", optional: true));

        Assert.Null(field.QuerySelector("[aria-invalid], [aria-describedby], .msg"));
        Assert.Equal("可不填", field.QuerySelector(".opt")!.TextContent);
    }

    [Theory]
    [InlineData("2021-03-31", "date")]
    [InlineData(null, "date")]
    [InlineData("2021.2.30", "text")]
    [InlineData("2021-02-30", "text")]
    public async Task A_day_that_is_none_stays_readable(string? typed, string type)
    {
        var input = (await Rendered.One(f.Date("Due", "时限", typed))).QuerySelector("input")!;

        Assert.Equal((type, typed), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public async Task Several_lines_come_back_as_they_were() => Assert.Equal("\n一\n二", // The reader drops the one line end that the writer adds.
        (await Rendered.One(f.Area("Opinion", "意见", "\n一\n二"))).QuerySelector("textarea")!.TextContent);

    [Fact]
    public async Task What_was_chosen_stays_chosen()
    {
        Option[] options = [new("a", "甲"), new("b", "乙"), new("c", "丙")];

        Assert.Equal("b", (await Rendered.One(f.Select("S", "岗位", "b", options))).QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal("c", (await Rendered.One(f.Choice("R", "结论", "c", options))).QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal(["a", "c"], (await Rendered.One(f.Ticks("T", "要素", ["a", "c"], options))).QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task A_password_is_never_sent_back() =>
        Assert.False((await Rendered.One(f.Password("Password", "密码"))).QuerySelector("input")!.HasAttribute("value"));
}
