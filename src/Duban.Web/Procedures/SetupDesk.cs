using System.Text;
using Duban.Domain;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Calendar;
using Duban.Web.People;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Procedures;

/// <summary>What cases are walked by, as pages and machines change it: the rights, the reasons, the signature.</summary>
public sealed class SetupDesk(Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, WorkCalendars calendars, City city, TimeProvider clock)
{
    /// <summary>Opens a campaign, or changes the one with this code.</summary>
    /// <param name="by">The actor.</param>
    /// <param name="read">The form.</param>
    /// <param name="code">The campaign to change; null opens a new one, whose code must be free.</param>
    /// <param name="seen">The campaign as they have seen it; null when it does not matter.</param>
    public async Task<Ruling<Campaign>> Keep(Actor by, FormRead<CampaignForm> read, string? code, SeenCampaign? seen = null)
    {
        if (SetupRights.Refusal(by, SetupAct.KeepCampaign) is { } no) return no;
        // The code is in every number already given: it may be left out, but not said otherwise.
        if (code is not null && !string.IsNullOrWhiteSpace(read.Form.Code) && read.Form.Code.Trim() != code) return new Reason("campaign.code_stays", "code", code, read.Form.Code.Trim());
        var form = code is null ? read.Form : read.Form with { Code = code };
        var versions = await procedures.All(city.Code);
        var ruling = form.Read(versions, await units.Tree());
        var reasons = new Reasons().With(read.Reasons).With(ruling.Reasons);
        if (ruling.Allowed) reasons.AddRange(Against(ruling.Facts[0], code is null ? null : await campaigns.Find(city.Code, code), versions));
        if (reasons.Count > 0) return Ruling<Campaign>.Refused(reasons);
        var signed = new Signed(by.Person.Value, clock.GetUtcNow());
        var refusal = code is null ? await campaigns.Open(city.Code, ruling.Facts[0], signed) : await campaigns.Save(city.Code, ruling.Facts[0], signed, seen);
        return refusal is { } reason ? reason : ruling;
    }

    private Reasons Against(Campaign asked, Campaign? before, IReadOnlyList<Procedure> versions)
    {
        Procedure? Of(Campaign? c) => versions.FirstOrDefault(p => p.Code == c?.Procedure && p.Version == c.ProcedureVersion);
        return Campaign.AgainstWalking(Of(asked)!, Of(before), calendars.Of(city.Code).LocalDate(clock.GetUtcNow()));
    }

    /// <summary>Adds a version of a procedure.</summary>
    public async Task<Ruling<Procedure>> Add(Actor by, string json)
    {
        if (SetupRights.Refusal(by, SetupAct.AddProcedure) is { } no) return no;
        var read = ProcedureFile.Read(Encoding.UTF8.GetBytes(json));
        if (!read.Allowed) return read;
        var procedure = read.Facts[0];
        if (NextVersion.Against(procedure, await procedures.All(city.Code)) is { Count: > 0 } beside) return Ruling<Procedure>.Refused(beside);
        return await procedures.Add(city.Code, procedure, by.Person.Value, clock.GetUtcNow())
            ? procedure
            // Another was faster.
            : new Reason("procedure.taken", "version", procedure.Code, procedure.Version);
    }
}
