using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Procedures;
using Duban.Web.Tests.Cases.Lists;

namespace Duban.Web.Tests.Cases.Pages;

/// <summary>What a correction's form was not asked to change stays, and a form that is out of date changes nothing.</summary>
public sealed class UntouchedTests
{
    [Fact]
    public async Task A_correction_of_the_title_leaves_words_of_two_lines_and_their_cell_alone()
    {
        await using var filled = await Filled.Begin();
        var id = await Imported(filled);
        var clerk = await filled.Town.SignIn("city-clerk");
        var form = await clerk.Get($"/cases/{id}/correct");
        // A field of one line drops the line breaks of its value.
        string Field(string name) => form.Page.QuerySelector<IHtmlInputElement>($"input[name={name}]")!.GetAttribute("value")!.Replace("\n", "", StringComparison.Ordinal);
        Assert.Equal("立行立改，长期坚持", Field("dueWords"));
        Task<Seen> Correct(string title, string words, Seen from) => clerk.Submit(from, $"/cases/{id}/correct",
            ("title", title), ("description", "现场检查发现通道堵塞"), ("place", Field("place")), ("sector", Field("sector")), ("source", Field("source")),
            ("proposedDue", ""), ("dueWords", words), ("why", "写错了"));
        Assert.Equal(HttpStatusCode.Redirect, (await Correct("疏散通道堵塞", Field("dueWords"), form)).Status);
        var matter = (await Load(filled, id)).Matter!;
        Assert.Equal(("疏散通道堵塞", "立行立改，\n长期坚持", "K7", "某镇\n某村"), (matter.Title, matter.DueWords, matter.DueCell, matter.Place.Text));
        Assert.Equal(HttpStatusCode.Redirect, (await Correct("疏散通道堵塞", "长期坚持", await clerk.Get($"/cases/{id}/correct"))).Status);
        matter = (await Load(filled, id)).Matter!;
        Assert.Equal(("长期坚持", null), (matter.DueWords, matter.DueCell));
    }

    [Theory, InlineData("abc"), InlineData("-1"), InlineData(""), InlineData(null), InlineData("99999999999999999999")]
    public async Task A_form_that_does_not_say_what_it_was_drawn_from_is_out_of_date(string? seen)
    {
        await using var filled = await Filled.Begin();
        var id = await Imported(filled);
        var clerk = await filled.Town.SignIn("city-clerk");
        var form = await clerk.Get($"/cases/{id}/correct");
        var hidden = form.Page.QuerySelector("input[name=seen]")!;
        if (seen is null) hidden.Remove();
        else hidden.SetAttribute("value", seen);
        var typed = new[] { ("title", "疏散通道堵塞"), ("description", "堵"), ("place", "某镇"), ("proposedDue", ""), ("dueWords", "立行立改"), ("why", "写错了") };
        var stale = await clerk.Submit(form, $"/cases/{id}/correct", typed);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("这张表已经过时", stale.Page.QuerySelector(".du-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("疏散通道堵塞", stale.Page.QuerySelector<IHtmlInputElement>("input[name=title]")!.Value);
        Assert.Equal("通道堵塞", (await Load(filled, id)).Matter!.Title);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Submit(stale, $"/cases/{id}/correct", typed)).Status);
    }

    // As a list with wrapped cells brings it.
    private static async Task<CaseId> Imported(Filled filled)
    {
        var id = (await filled.Town.The<Campaigns>().TakeNumbers("430400", "AQ", 1))[0];
        var matter = new Matter("通道堵塞", "现场检查发现通道堵塞", new Place("某镇\n某村"), "工贸", "集中排查")
        {
            ProposedUnit = new UnitId("430424"),
            DueWords = "立行立改，\n长期坚持",
            DueCell = "K7",
        };
        await filled.Ask(new Asked(id, new Register(id.Value, "AQ", matter) { Level = Level.General }) { Procedure = ProcedureFile.Shipped.Single(p => p.Code == "short") }, "city-clerk");
        return id;
    }

    private static async Task<Case> Load(Filled filled, CaseId id) => (await filled.Town.The<CaseLedger>().Load("430400", id))!;
}
