using System.Text.Json;
using Duban.Web.Shell.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Duban.Web.Tests.Shell;

public sealed class FormTextTests
{
    private sealed record PlanForm(string? Goal, IReadOnlyList<string>? Tags, IReadOnlyList<MeasureForm>? Measures, FundForm? Fund);

    private sealed record MeasureForm(string? Text, string? Due);

    private sealed record FundForm(string? Amount, string? Urgent);

    private static FormRead<PlanForm> Post(params (string Name, string[] Values)[] fields) =>
        FormText.Read<PlanForm>(new FormCollection(fields.ToDictionary(f => f.Name, f => new StringValues(f.Values))));

    private static FormRead<PlanForm> Json(string body) => FormText.Read<PlanForm>(JsonDocument.Parse(body).RootElement);

    [Fact]
    public void A_form_becomes_a_tree_of_texts()
    {
        var (form, reasons) = Post(("Goal", ["达标"]), ("Tags", ["水", "土"]), ("Measures[0].Text", ["导流"]), ("Measures[0].Due", ["2021-02-30"]),
            ("Fund.Amount", ["960"]), ("__RequestVerificationToken", ["x"]));

        Assert.Empty(reasons);
        Assert.Equal("达标", form.Goal);
        Assert.Equal(["水", "土"], form.Tags!);
        Assert.Equal([new("导流", "2021-02-30")], form.Measures!);
        Assert.Equal("960", form.Fund!.Amount);
    }

    [Fact]
    public void Gaps_in_the_numbering_lose_nothing()
    {
        var (form, reasons) = Post(("Measures[7].Text", ["third"]), ("Measures[0].Text", ["first"]), ("Measures[2].Text", ["second"]));

        Assert.Empty(reasons);
        Assert.Equal(["first", "second", "third"], form.Measures!.Select(m => m.Text!));
    }

    [Fact]
    public void One_tick_is_a_list_of_one() => Assert.Equal(["水"], Post(("Tags", ["水"])).Form.Tags!);

    [Fact]
    public void An_empty_form_is_a_form() => Assert.Equal(new PlanForm(null, null, null, null), Post().Form);

    [Fact]
    public void Json_goes_the_same_road()
    {
        var (form, reasons) = Json("""{"goal":"达标","tags":"水","measures":[{"text":"导流","due":20210331}],"fund":{"amount":960.50,"urgent":true}}""");

        Assert.Empty(reasons);
        Assert.Equal(["水"], form.Tags!);
        Assert.Equal([new("导流", "20210331")], form.Measures!);
        Assert.Equal(new FundForm("960.50", "true"), form.Fund);
    }

    [Theory]
    [InlineData("""{"goal":{"a":1}}""", "form.shape", "goal")]
    [InlineData("""{"goal":["a","b"]}""", "form.shape", "goal")]
    [InlineData("""{"measures":["text"]}""", "form.shape", "measures[0]")]
    [InlineData("""{"measures":[null]}""", "form.shape", "measures[0]")]
    [InlineData("""{"fund":7}""", "form.shape", "fund")]
    [InlineData("""{"gaol":"typo"}""", "form.unknown_field", null)]
    [InlineData("""{"goal":"a","goal":"b"}""", "form.twice", null)]
    [InlineData("""{"goal":"\ud800"}""", "form.broken_text", "goal")]
    [InlineData("""{"goal":"a\u0000b"}""", "form.control_characters", "goal")]
    [InlineData("[]", "form.not_json", null)]
    [InlineData("7", "form.not_json", null)]
    public void Json_of_another_shape_is_refused_by_name(string body, string code, string? field)
    {
        var reason = Assert.Single(Json(body).Reasons);

        Assert.Equal((code, field), (reason.Code, reason.Field));
    }

    [Theory]
    [InlineData("a\0b", "a\uFFFDb", "form.control_characters")]
    [InlineData("a\u001Bb", "a\uFFFDb", "form.control_characters")]
    [InlineData("\u202Egnp.exe", "\uFFFDgnp.exe", "form.control_characters")]
    [InlineData("e\u0301te\u0301", "\u00E9t\u00E9", null)]
    [InlineData("一行\r\n二行\r三行", "一行\n二行\n三行", null)]
    [InlineData("𠮷野家 👍", "𠮷野家 👍", null)]
    [InlineData("制表\t符", "制表\t符", null)]
    public void Text_is_composed_and_what_cannot_be_kept_is_marked_where_it_stood(string typed, string kept, string? code)
    {
        var (form, reasons) = Post(("Goal", [typed]));

        Assert.Equal(kept, form.Goal);
        Assert.Equal(code, reasons.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Half_a_character_is_marked()
    {
        // Not a theory: attributes are stored as UTF-8, which has no halves.
        Assert.Equal("\uFFFDx", Post(("Goal", ["\uD800x"])).Form.Goal);
        Assert.Equal("form.broken_text", Post(("Goal", ["x\uDC00"])).Reasons[0].Code);
    }

    [Fact]
    public void A_text_beyond_the_limit_is_kept_and_refused()
    {
        var (form, reasons) = Post(("Measures[0].Text", [new string('长', 100_000)]));

        Assert.Equal(100_000, form.Measures![0].Text!.Length);
        Assert.Equal(("form.too_long", "measures[0].text"), (reasons[0].Code, reasons[0].Field));
    }

    [Fact]
    public void Too_many_fields_are_one_reason() => Assert.Contains(
        Post([.. Enumerable.Range(0, 3_000).Select(i => ($"Measures[{i}].Text", new[] { "x" }))]).Reasons, r => r.Code == "form.too_many");

    [Fact]
    public void A_name_cannot_be_a_text_and_a_list_at_once() =>
        Assert.Equal("form.shape", Post(("Goal", ["a"]), ("Goal.Deep", ["b"])).Reasons[0].Code);

    [Theory]
    [InlineData("Measures[99999999999].Text")]
    [InlineData("Measures[-1].Text")]
    [InlineData("a.b.c.d.e.f.g.h.i.j")]
    [InlineData("[0]")]
    [InlineData("Goal\n")]
    [InlineData("")]
    public void A_name_that_is_no_path_is_passed_over(string name) => Assert.Empty(Post((name, ["x"])).Reasons);

    [Fact]
    public void A_field_leads_to_its_id() => Assert.Equal("Measures-0-Text", Field.Id("Measures[0].Text"));
}
