using System.Text;
using Duban.Domain;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.Acts;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Procedures;

/// <summary>A campaign as typed; a form is text until it has been read.</summary>
/// <param name="Code">2 to 8 capital letters or digits; it begins every case's number and never changes.</param>
/// <param name="NameZh">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Procedure">Code and version of the procedure new cases walk, e.g. <c>full/3</c>.</param>
/// <param name="Office">Code of the unit that runs it.</param>
/// <param name="From">First day.</param>
/// <param name="Until">The day everything is to be struck off, or nothing.</param>
/// <param name="SlipPattern">How slips are numbered; <c>{0}</c> the year, <c>{1}</c> the running number, <c>{2}</c> the campaign's code.</param>
public sealed record CampaignForm(string? Code, string? NameZh, string? NameEn, string? Procedure, string? Office, string? From, string? Until, string? SlipPattern)
{
    /// <summary>The form of a campaign that is there.</summary>
    public static CampaignForm Of(Campaign c) => new(
        c.Code, c.Name.Zh, c.Name.En, $"{c.Procedure}/{c.ProcedureVersion}", c.Office.Value, $"{c.From:yyyy-MM-dd}", c.Until is { } until ? $"{until:yyyy-MM-dd}" : null, c.SlipPattern);

    /// <summary>The campaign, or everything that is wrong with it.</summary>
    /// <param name="procedures">All versions there are.</param>
    /// <param name="units">The tree.</param>
    public Ruling<Campaign> Read(IReadOnlyList<Procedure> procedures, UnitTree units)
    {
        var reasons = new Reasons();
        var procedure = procedures.FirstOrDefault(p => $"{p.Code}/{p.Version}" == ActReading.Words(Procedure));
        if (procedure is null) reasons.Add(string.IsNullOrWhiteSpace(Procedure) ? new("field.required", "procedure") : new("field.no_choice", "procedure", Procedure));
        var office = UnitId.TryParse(ActReading.Optional(Office), null, out var id) && units.Find(id) is { Active: true } unit ? unit : null;
        if (office is null) reasons.Add(string.IsNullOrWhiteSpace(Office) ? new("field.required", "office") : new("unit.unknown", "office", Office));
        var campaign = new Campaign(
            ActReading.Words(Code), new(ActReading.Words(NameZh), ActReading.Words(NameEn)), procedure?.Code ?? "", procedure?.Version ?? 0,
            office?.Id ?? default, Day(From, "from", true, reasons) ?? default, Day(Until, "until", false, reasons))
        { SlipPattern = ActReading.Words(SlipPattern) };
        reasons.AddRange(campaign.Check().Where(r => r.Field is not { } field || reasons.All(known => known.Field != field)));
        // Told in the order of the form.
        return reasons.Count == 0 ? campaign : Ruling<Campaign>.Refused([.. reasons.OrderBy(r => Array.IndexOf(order, r.Field))]);
    }

    private static readonly string[] order = ["code", "nameZh", "nameEn", "procedure", "office", "from", "until", "slipPattern"];

    private static DateOnly? Day(string? typed, string field, bool required, Reasons reasons)
    {
        if (ActReading.Optional(typed)?.Normalize(NormalizationForm.FormKC) is not { } text) reasons.When(required, "field.required", field);
        else if (TypedDay.Is(text, out var day)) return day;
        else reasons.Add(new("field.no_day", field, typed));
        return null;
    }
}
