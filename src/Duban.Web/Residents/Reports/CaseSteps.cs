using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Procedures;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Reports;

/// <summary>How far registered cases are, for anybody who has a number: a case's number is counted up, so it tells no more than that.</summary>
public sealed class CaseSteps(CaseReader reader, CaseLedger ledger, CaseNumbers numbers, City city)
{
    /// <summary>The number of a case that was typed; null for a report's own number, and for what is none.</summary>
    public async Task<CaseId?> Meant(string? typed) => ReportNumber.Read(typed) is null ? await numbers.Read(typed) : null;

    /// <summary>The step of a registered case; null for every other number.</summary>
    public async Task<CaseStep?> Find(CaseId asked) =>
        // A lead's own number is nobody's to look up: its reporter holds another.
        await ledger.Load(city.Code, await reader.Meant(asked)) is { Number: { } number } c && number == asked.Value
            ? new(number, new(c.Stage, c.Round), c.Notice is not null || c.LastNotice is not null ? c.Id : null)
            {
                NoticeToCome = c.Procedure.Has(Step.Notice) && c.Stage != Stage.OnNotice && c.Awaits <= Step.Notice,
            } : null;
}
