using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Duban.Web.Tests.Cases;

/// <summary>The words of a list's address: every one is read, every one that means nothing is told.</summary>
public sealed class CaseFilterTextTests
{
    private static readonly UnitTree Units =
        new([new Unit(new("430400"), new("430400/"), "衡阳市", UnitKind.City), new Unit(new("430424"), new("430400/430424/"), "衡东县", UnitKind.County)]);

    [Fact]
    public void Every_word_narrows_the_list()
    {
        var filter = Read("campaign=AQ&unit=430424&stage=accepted&stage=rectifying&awaits=self_check&light=red&level=major"
            + "&due_from=2021-03-01&due_to=2021-03-31&text=%20矿洞 &request=any&open=all&after=2021-03-15~AQ-020&size=20");
        Assert.Equal(("AQ", new UnitPath("430400/430424/"), Step.SelfCheck), (filter.Campaign, filter.Unit!.Value, filter.Awaits!.Value));
        Assert.Equal((Light.Red, Level.Major), (filter.Light!.Value, filter.Level!.Value));
        Assert.Equal([Stage.Accepted, Stage.Rectifying], filter.Stages);
        Assert.Equal((new DateOnly(2021, 3, 1), new DateOnly(2021, 3, 31), "矿洞", "any"), (filter.DueFrom!.Value, filter.DueTo!.Value, filter.Text, filter.Request));
        Assert.Equal((null, new CaseKey(new(2021, 3, 15), "AQ-020"), 20), (filter.Open, filter.After, filter.Size));
    }

    [Theory]
    [InlineData("", true), InlineData("open=open", true), InlineData("open=ended", false), InlineData("open=all", null)]
    [InlineData("stage=struck_off", null), InlineData("light=done", false), InlineData("awaits=look_back", false), InlineData("stage=struck_off&open=open", true)]
    public void Ended_cases_are_left_out_unless_the_words_ask_for_them(string query, bool? open) => Assert.Equal(open, Read(query).Open);

    [Theory]
    [InlineData("stage=flying", "field.no_choice", "stage"), InlineData("stage=Accepted", "field.no_choice", "stage"), InlineData("awaits=tea", "field.no_choice", "awaits")]
    [InlineData("light=blue", "field.no_choice", "light"), InlineData("level=huge", "field.no_choice", "level"), InlineData("open=maybe", "field.no_choice", "open")]
    [InlineData("due_from=2021-02-30", "field.no_day", "due_from"), InlineData("due_to=15.3.2021", "field.no_day", "due_to")]
    [InlineData("unit=999999", "unit.unknown", "unit"), InlineData("size=0", "filter.size", "size"), InlineData("size=201", "filter.size", "size"), InlineData("size=many", "filter.size", "size")]
    public void A_word_that_means_nothing_is_told_by_its_name(string query, string code, string field)
    {
        var (_, reasons) = CaseFilterText.Read(Query(query), Units);
        Assert.Equal([(code, field)], reasons.Select(r => (r.Code, r.Field!)));
    }

    [Fact]
    public void Every_stage_step_light_and_level_has_a_word_that_reads_back()
    {
        foreach (var stage in Enum.GetValues<Stage>()) Assert.Equal([stage], Read($"stage={CaseRow.Word(stage)}").Stages);
        foreach (var step in Enum.GetValues<Step>()) Assert.Equal(step, Read($"awaits={CaseRow.Word(step)}").Awaits);
        foreach (var light in Enum.GetValues<Light>()) Assert.Equal(light, Read($"light={CaseRow.Word(light)}").Light);
        foreach (var level in Enum.GetValues<Level>()) Assert.Equal(level, Read($"level={CaseRow.Word(level)}").Level);
    }

    [Fact]
    public void An_address_keeps_its_words_changes_one_and_forgets_the_page_it_was_on()
    {
        var query = Query("campaign=AQ&stage=accepted&stage=planned&text=a%26b&after=2021-03-15~AQ-020&empty=");
        var address = CaseFilterText.Address("/cases", query, ("campaign", "JL"), ("light", "red"));
        Assert.DoesNotContain("after", address, StringComparison.Ordinal);
        var again = Read(address["/cases?".Length..]);
        Assert.Equal(("JL", "a&b", Light.Red), (again.Campaign, again.Text, again.Light!.Value));
        Assert.Equal([Stage.Accepted, Stage.Planned], again.Stages);
        Assert.Equal("/cases", CaseFilterText.Address("/cases", Query("campaign=AQ"), ("campaign", null)));
    }

    [Theory, InlineData("2021-03-15~AQ-020", true), InlineData("2021-03-15~", false), InlineData("2021-02-30~AQ-020", false), InlineData("AQ-020", false), InlineData("", false)]
    public void A_place_in_the_list_is_a_day_and_a_name(string text, bool isOne) => Assert.Equal(isOne ? text : null, CaseKey.Parse(text)?.ToString());

    [Fact]
    public void A_text_without_end_is_looked_for_by_its_beginning() => Assert.Equal(100, Read($"text={new string('涌', 5000)}").Text!.Length);

    private static CaseFilter Read(string query)
    {
        var (filter, reasons) = CaseFilterText.Read(Query(query), Units);
        Assert.Empty(reasons);
        return filter;
    }

    private static QueryCollection Query(string text) => new(QueryHelpers.ParseQuery(text));
}
