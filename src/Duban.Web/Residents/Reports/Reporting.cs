using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Cases.Files;
using Duban.Web.Cases.Pages;
using Duban.Web.People;

namespace Duban.Web.Residents.Reports;

/// <summary>How a report becomes a lead: it belongs to no campaign until the office registers it into one.</summary>
public sealed class Reporting(ReportBook book, Registering registering, CaseLedger ledger, CaseDoor door, UnitRegister units, City city)
{
    /// <summary>Writes the lead, and beside it, outside the ledger, what was said.</summary>
    /// <param name="number">The number it will be looked up by.</param>
    /// <param name="said">What was said; nothing is wrong with it.</param>
    /// <param name="photos">What it shows.</param>
    /// <param name="once">The form's key and all that came with it.</param>
    public async Task<CaseAnswer> Begin(ReportNumber number, Reported said, IReadOnlyList<SmallPhoto> photos, Keyed? once = null)
    {
        var act = Resident.Act(door, city);
        var lead = await registering.TakeLead();
        var place = Townships.Name(said.Unit!, await units.Tree());
        // Only the township stands in the ledger: what cannot be erased holds nothing of the reporter's own.
        var rule = new ReportLead(ReportLead.FromResident, $"群众反映：{place}", "原话不在台账里，见“群众反映”", new Place(place));
        return await ledger.Ask(city.Code, new Asked(lead, rule) { Procedure = ProcedureFile.Shipped[0], Rows = [.. book.Rows(lead, number, said, photos, act.At)] }, act, once);
    }
}
