using Dapper;
using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;

namespace Duban.Web.Residents.Notices;

/// <summary>Finds public notices; of a case without one the public learns no more than how far it is.</summary>
public sealed class NoticeReader(EventStore store, CaseLedger ledger, CaseReader reader, CaseDoor door, City city)
{
    /// <summary>Notices that ended at most so many days ago are still listed.</summary>
    public const int Recent = 30;

    /// <summary>Those that hang, the one that ends first before the others; then those whose days are over and that the office has not ended.</summary>
    public async Task<IReadOnlyList<NoticeLine>> Hanging() => await Read("stage = 'on_notice' order by notice_until, case_id limit 500");

    /// <summary>Those that ended lately, the last one before the others: without an upheld objection or with one.</summary>
    public async Task<IReadOnlyList<NoticeLine>> Ended() => await Read("notice_over >= @from order by notice_over desc, case_id limit 100");

    private async Task<IReadOnlyList<NoticeLine>> Read(string which)
    {
        var today = Resident.Act(door, city).Today;
        await using var db = await store.Connect();
        var rows = await db.QueryAsync<Row>(
            $"select case_id as Id, number as Number, title as Title, place as Place, stage as Stage, notice_until as Until, notice_over as Over from cases where jurisdiction = @Code and {which}",
            new { city.Code, from = today.AddDays(-Recent) });
        return
        [
            .. rows.Select(r => new NoticeLine
            {
                Id = r.Id, Number = r.Number ?? r.Id, Title = r.Title, Place = r.Place, Until = r.Until, Over = r.Over,
                State = CaseRow.Word(NoticeStates.Of(CaseRow.Value<Stage>(r.Stage), r.Until, today)),
            }),
        ];
    }

    /// <summary>The notice of a case by its number, or null.</summary>
    public async Task<PublicNotice?> Find(string number)
    {
        if (!CaseId.TryParse(number, null, out var asked) || await ledger.Load(city.Code, await reader.Meant(asked)) is not { } c) return null;
        return PublicNotice.Of(await reader.Read(Resident.Act(door, city).By, c));
    }

    private sealed record Row(string Id, string? Number, string Title, string Place, string Stage, DateOnly Until, DateOnly? Over);
}
