using System.Text.Json;
using Dapper;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Cases.Acts;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases.Pages;

/// <summary>How a matter gets its number: reported as a lead, registered from one, or registered outright.</summary>
public sealed class Registering(CaseLedger ledger, CaseDoor door, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, EventStore store, City city)
{

    /// <summary>上报线索: the next number XS-n.</summary>
    public async Task<CaseAnswer> Report(Actor by, FormRead<LeadForm> read, string? once)
    {
        var act = door.ActOf(by);
        var blank = new Case(default, ProcedureFile.Shipped[0]);
        var reading = new ActReading(blank, act, await units.Tree());
        var rule = read.Form.Read(reading);
        if (Refusal(blank, rule, act, [.. read.Reasons, .. reading.Reasons]) is { } refused) return refused;
        return await ledger.Ask(city.Code, new Asked(await TakeLead(), rule) { Procedure = blank.Procedure }, act, Once(once, read.Form));
    }

    /// <summary>立项登记: outright, or of a lead.</summary>
    /// <param name="by">Who.</param>
    /// <param name="lead">The lead, or null.</param>
    /// <param name="read">What was typed.</param>
    /// <param name="seen">The lead's version on the asker's screen; null when it does not matter.</param>
    /// <param name="once">The request's idempotency key; null without one.</param>
    public async Task<CaseAnswer> Register(Actor by, Case? lead, FormRead<RegisterForm> read, long? seen, string? once)
    {
        var act = door.ActOf(by);
        var sent = Once(once, read.Form, lead);
        if (await ledger.Before(city.Code, act, sent) is { } earlier) return earlier;
        var campaign = ActReading.Optional(read.Form.Campaign) is { } code ? await campaigns.Find(city.Code, code) : null;
        var procedure = campaign is null ? ProcedureFile.Shipped[0] : await procedures.Find(city.Code, campaign.Procedure, campaign.ProcedureVersion);
        var start = lead is null ? new Case(default, procedure) : lead with { Procedure = procedure };
        var reading = new ActReading(start, act, await units.Tree());
        var rule = (Register)read.Form.Read(reading);
        if (campaign is null && rule.Campaign.Length > 0) reading.Reasons.Add(new Reason("campaign.unknown", "campaign", rule.Campaign));
        if (Refusal(start, rule, act, [.. read.Reasons, .. reading.Reasons]) is { } refused) return refused;
        if (lead is not null && seen is { } version && version != lead.Version) return new CaseAnswer.Faster(lead);
        var number = (await campaigns.TakeNumbers(city.Code, campaign!.Code, 1))[0];
        return await ledger.Ask(city.Code, new Asked(lead?.Id ?? number, rule with { Number = number.Value }) { Procedure = procedure }, act, sent);
    }

    // Judged before a number is taken, so that a slip of the pen leaves no gap.
    private static CaseAnswer.Refused? Refusal(Case c, ICaseAct rule, Act act, IReadOnlyList<Reason> typed)
    {
        var ruling = rule.PutTo(c, act);
        Reason[] reasons = [.. typed, .. ruling.Reasons.Where(r => r.Field is null || typed.All(t => t.Field != r.Field))];
        return reasons.Length == 0 ? null : new CaseAnswer.Refused(c, reasons);
    }

    /// <summary>Takes the next lead's number; one that is taken and not used leaves a gap.</summary>
    public async Task<CaseId> TakeLead() => CaseId.Numbered(Campaign.Leads, await store.Write((db, tx) => db.ExecuteScalarAsync<long>(
        """
        insert into setting (jurisdiction, name, value) values (@Code, 'lead.last', '1')
        on conflict (jurisdiction, name) do update set value = cast(cast(setting.value as integer) + 1 as text)
        returning cast(value as integer)
        """, new { city.Code }, tx)));

    private static Keyed? Once<TForm>(string? key, TForm form, Case? of = null) =>
        key is null ? null : new(key, JsonSerializer.SerializeToUtf8Bytes(new { form = typeof(TForm).Name, of = of?.Id.Value, typed = form }));
}
