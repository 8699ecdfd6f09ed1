using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Cases.Lists;

/// <summary>The lists of cases as pages: all of them with filters, and those of the menu that wait for one step.</summary>
public sealed class CaseLists(
    EventStore store, City city, UnitRegister units, HolderReader holders, CaseTallies tallies, CaseDoor door, CaseReader reader, CaseNumbers numbers,
    CaseLedger ledger, SlipSigning slips)
{
    /// <summary>All cases, filtered; a number typed into the bar of the frame leads straight to its case.</summary>
    public async Task<IResult> All(HttpContext http)
    {
        var by = SignedIn.ActorOf(http);
        if (http.Request.Query is { Count: 1 } only && await numbers.Read(only["text"]) is { } named && await reader.Find(by, named.Value) is { } found)
            return Results.Redirect($"/cases/{found.Number ?? found.Id.Value}");
        var tree = await units.Tree(http.RequestAborted);
        var (filter, reasons) = CaseFilterText.Read(http.Request.Query, tree);
        return await Show(http, by, "/cases", filter, reasons, null);
    }

    /// <summary>The cases that wait for one step; campaign, unit and text narrow them.</summary>
    public async Task<IResult> Waiting(HttpContext http, WaitingFor list)
    {
        var tree = await units.Tree(http.RequestAborted);
        var (asked, reasons) = CaseFilterText.Read(http.Request.Query, tree);
        var filter = list.Filter with { Campaign = asked.Campaign, Unit = asked.Unit, Text = asked.Text, After = asked.After, Size = asked.Size };
        return await Show(http, SignedIn.ActorOf(http), list.Path, filter, reasons, list);
    }

    private async Task<IResult> Show(
        HttpContext http, Actor by, string path, CaseFilter filter, IReadOnlyList<Reason> reasons, WaitingFor? waiting)
    {
        var ct = http.RequestAborted;
        var act = door.ActOf(by);
        var (lines, next) = await CaseList.Read(store, city.Code, by, filter, act.Today, ct);
        if (waiting is { Awaits: Step.LookBack }) lines = await LookedBackBy(lines, act);
        var model = new ListedCases(path, http.Request.Query, filter, reasons, lines, next, by, await holders.On(act.Today, ct), await tallies.Now(ct))
        {
            Waiting = waiting,
            Slips = waiting is { Hand: Hand.Unit } ? await slips.Open(by, ct) : [],
        };
        return CasesPage.Of(model, reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    // The row of an ended case keeps no due date; the day to look back by is the case's to tell.
    private async Task<IReadOnlyList<CaseLine>> LookedBackBy(IReadOnlyList<CaseLine> lines, Act act)
    {
        var dated = new List<CaseLine>(lines.Count);
        foreach (var line in lines)
            dated.Add(line with { ReviewOn = (await ledger.Known(city.Code, new CaseId(line.Case)))?.NodeClock?.DueDate(act.Calendar)?.Date });
        return dated;
    }
}
