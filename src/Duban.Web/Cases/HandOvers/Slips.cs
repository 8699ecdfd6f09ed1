using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>Slips as sheets of paper: those in the register, and those that would be issued now.</summary>
public sealed class Slips(
    HandOverDesk desk, CaseLedger ledger, HandedOverCases handed, Campaigns campaigns, UnitRegister units, WorkCalendars calendars, EventStore store, City city)
{
    /// <summary>A slip of the register, or null when there is none that the reader may see.</summary>
    public async Task<SlipView?> Sheet(HttpContext http, string id)
    {
        if (await desk.Find(id) is not { } found || !SlipPages.Sees(http, found.Slip)) return null;
        var (w, tree, slip) = (Words.Of(http), await units.Tree(), found.Slip);
        await using var db = await store.Connect(http.RequestAborted);
        var posts = await HeldPosts.Of(db, city.Code, [slip.HandedBy]);
        var text = new SlipText(slip.Number, slip.HandedOn, slip.SignBy, slip.Contact, slip.Basis) { Id = slip.SlipId, Post = posts.On(slip.HandedBy, slip.HandedOn, w) };
        var office = OfficeOf(await campaigns.Find(city.Code, slip.Campaign), tree);
        return text.Of(office, tree.Find(new UnitId(slip.Unit)), await Issued(slip, found.Cases), calendars.Of(city.Code), w);
    }

    /// <summary>The slip a unit would get if all of this were handed over today.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="part">What the unit would get.</param>
    /// <param name="today">The day.</param>
    /// <param name="signBy">The receipt clock's day.</param>
    /// <param name="typed">Contact and basis as typed.</param>
    /// <param name="w">The reader's words.</param>
    public async Task<SlipView> Preview(Campaign campaign, UnitPart part, DateOnly today, DateOnly signBy, (string? Contact, string? Basis) typed, Words w)
    {
        var tree = await units.Tree();
        var number = campaign.SlipNumberToCome(today.Year);
        return new SlipText(number, today, signBy, typed.Contact, typed.Basis)
            .Of(OfficeOf(campaign, tree), part.Unit is { } unit ? tree.Find(new UnitId(unit)) : null, await Cases(part.Lines.Select(l => new CaseId(l.Case))),
                calendars.Of(city.Code), w);
    }

    private async Task<IReadOnlyList<Case>> Issued(SlipRow slip, IEnumerable<CaseId> ids)
    {
        var cases = new List<Case>();
        foreach (var id in ids) if (await handed.On(slip, id) is { Matter: not null } c) cases.Add(c);
        return cases;
    }

    private async Task<IReadOnlyList<Case>> Cases(IEnumerable<CaseId> ids)
    {
        var cases = new List<Case>();
        foreach (var id in ids) if (await ledger.Known(city.Code, id) is { Matter: not null } c) cases.Add(c);
        return cases;
    }

    // A slip is issued by the office that runs the campaign, by its full name.
    private string OfficeOf(Campaign? campaign, UnitTree tree) => campaign is not null && tree.Find(campaign.Office) is { } office
        ? office.FullName is { Length: > 0 } full ? full : office.Name : city.Name;
}
