namespace Duban.Web.Tests.Cases.Pages;

/// <summary>What the unit has to read before it goes on: why a verifier refused it, and what a correction corrected; and what nobody is offered who has it to do.</summary>
public sealed class NotPassedStory
{
    [Fact]
    public async Task What_a_verifier_found_wrong_stands_where_the_unit_works_until_it_applies_again()
    {
        await using var walk = await Walk.Begin();
        await walk.Applied();
        Assert.Null((await walk.See("hengdong-liaison")).Page.QuerySelector("#not-passed"));
        await walk.Do("hengdong-verifier", "verify", ("passed", "no"), ("findings", "沟里仍有红水"), ("opinion", "补做导流后再报"));
        foreach (var address in new[] { "", "apply" })
        {
            var told = (await walk.See("hengdong-liaison", address)).Page.QuerySelector("#not-passed")!.TextContent;
            Assert.All(new[] { "县级核查未通过", "沟里仍有红水", "补做导流后再报", "核查人" }, said => Assert.Contains(said, told, StringComparison.Ordinal));
        }
        Assert.Contains("核查未通过：沟里仍有红水", (await walk.See("hengdong-liaison", "/")).Text, StringComparison.Ordinal);
        await walk.Do("hengdong-liaison", "apply", ("statement", "已补做导流"));
        Assert.Null((await walk.See("hengdong-liaison")).Page.QuerySelector("#not-passed"));
    }

    [Fact]
    public async Task A_correction_says_on_the_page_and_on_paper_what_was_corrected()
    {
        await using var walk = await Walk.Begin();
        await walk.Do("city-clerk", "correct", ("place", "甘溪镇石岗村"), ("proposedDue", "2021-07-15"), ("why", "录错了"));
        foreach (var address in new[] { "", "print" })
        {
            var told = (await walk.See("city-clerk", address)).Text;
            Assert.Contains("地点：甘溪镇银矿坪 → 甘溪镇石岗村", told, StringComparison.Ordinal);
            Assert.Matches("拟定时限：[^→]*6月30日[^→]* → [^→]*7月15日", told);
            Assert.DoesNotContain("名称：银矿坪矿洞涌水 →", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_is_offered_to_remind_themselves()
    {
        await using var walk = await Walk.Begin();
        await walk.Signed();
        Assert.Single((await walk.See("city-clerk")).Page.QuerySelectorAll($"aside a[href='/cases/{walk.Id}/chase']"));
        await using var asked = await Walk.Begin();
        await asked.Do("city-clerk", "hand-over");
        await asked.Do("hengdong-liaison", "ask-return", ("why", "不属本单位"));
        Assert.Empty((await asked.See("city-clerk")).Page.QuerySelectorAll($"a[href='/cases/{asked.Id}/chase']"));
    }

    [Fact]
    public async Task On_paper_a_case_that_came_back_stands_where_its_page_says()
    {
        await using var walk = await RoundsStory.CameBack(On.Sqlite);
        var stands = (await walk.See("city-clerk", "print")).Page.QuerySelector("table.facts td")!.TextContent;
        Assert.Contains("待报新一轮方案", stands, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_campaign_alone_does_not_open_the_whole_filter_on_a_phone()
    {
        await using var walk = await Walk.Begin();
        var list = (await walk.See("city-clerk", "/cases?campaign=JL")).Page;
        Assert.False(list.QuerySelector(".du-filter")!.ClassList.Contains("all"));
        Assert.Contains("金龙矿区整改", list.QuerySelector("p.narrow")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/cases", list.QuerySelector("p.narrow a")!.GetAttribute("href"));
        Assert.True((await walk.See("city-clerk", "/cases?campaign=JL&level=major")).Page.QuerySelector(".du-filter")!.ClassList.Contains("all"));
    }
}
