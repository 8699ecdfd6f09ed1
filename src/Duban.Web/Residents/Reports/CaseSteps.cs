using System.Globalization;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Procedures;
using Duban.Web.Residents.Codes;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Reports;

/// <summary>How far registered cases are, for anybody who has a number: a case's number is counted up, so it tells no more than that.</summary>
public sealed class CaseSteps(CaseReader reader, CaseLedger ledger, Campaigns campaigns, City city)
{
    /// <summary>
    /// The number of a case that was typed: a campaign's code and a running number, however they are joined and with or without the noughts before it;
    /// null for a report's own number, and for what is none.
    /// </summary>
    public async Task<CaseId?> Meant(string? typed)
    {
        if (ReportNumber.Read(typed) is not null) return null;
        var plain = Code.Plain(typed);
        // One code may begin another, so the longest is asked first.
        foreach (var campaign in (await campaigns.All(city.Code)).OrderByDescending(c => c.Code.Length))
            if (plain.StartsWith(campaign.Code, StringComparison.Ordinal)
                && long.TryParse(plain[campaign.Code.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var running))
                return CaseId.Numbered(campaign.Code, running);
        return CaseId.TryParse(TypedNumber.Plain(typed), null, out var id) ? id : null;
    }

    /// <summary>The step of a registered case; null for every other number.</summary>
    public async Task<CaseStep?> Find(CaseId asked) =>
        // A lead's own number is nobody's to look up: its reporter holds another.
        await ledger.Load(city.Code, await reader.Meant(asked)) is { Number: { } number } c && number == asked.Value
            ? new(number, new(c.Stage, c.Round), c.Notice is not null || c.LastNotice is not null ? c.Id : null)
            {
                NoticeToCome = c.Procedure.Has(Step.Notice) && c.Stage != Stage.OnNotice && c.Awaits <= Step.Notice,
            } : null;
}
