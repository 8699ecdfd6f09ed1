using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Procedures;

namespace Duban.Web.Cases.HandOvers;

/// <summary>Cases as they were when a slip handed them over: what was corrected since, or since they left the unit, does not stand on its paper.</summary>
public sealed class HandedOverCases(EventStore store, ProcedureCatalog procedures, WorkCalendars calendars, City city)
{
    /// <summary>The case as that slip handed it over, or null when it never did.</summary>
    public async Task<Case?> On(SlipRow slip, CaseId id)
    {
        var (events, calendar) = (await store.Read(city.Code, id.Stream), calendars.Of(city.Code));
        var last = events.LastOrDefault(e => CaseHistory.Of(e, calendar).Event is CaseEvent.HandedOver handed
            && (handed.Slip, handed.To.Value, handed.SignBy) == (slip.Number, slip.UnitPath, slip.SignBy));
        return last is null ? null : await CaseHistory.Begin(id).After(events.Where(e => e.Version <= last.Version), city.Code, calendar, procedures);
    }
}
