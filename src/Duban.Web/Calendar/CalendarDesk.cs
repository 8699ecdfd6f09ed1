using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;

namespace Duban.Web.Calendar;

/// <summary>The calendar as pages and machines change it: the rights, the reasons, the signature.</summary>
public sealed class CalendarDesk(WorkCalendars calendars, City city, TimeProvider clock)
{
    /// <summary>Puts a year in force.</summary>
    /// <param name="by">The actor.</param>
    /// <param name="json">The year.</param>
    /// <param name="seen">The year as they have seen it; null when it does not matter.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Ruling<CalendarYear>> Replace(Actor by, string json, SeenYear? seen = null, CancellationToken ct = default) =>
        SetupRights.Refusal(by, SetupAct.KeepCalendar) is { } no
            ? no
            : await calendars.Replace(city.Code, json, by.Person.Value, clock.GetUtcNow(), (now, then) => Days(by, now, then), seen, ct);

    /// <summary>Changes one day, for a reason that is kept.</summary>
    public async Task<Ruling<CalendarYear>> Change(Actor by, DayChange change, CancellationToken ct = default) =>
        SetupRights.Refusal(by, SetupAct.ChangeDay) is { } no ? no : await calendars.Change(city.Code, change, by.Person.Value, clock.GetUtcNow(), ct);

    // A year sent whole carries its single days with it: those are the head's, added, altered or left out.
    private static Reason? Days(Actor by, CalendarYear? now, CalendarYear then) =>
        (now?.Changes ?? []).ToHashSet().SetEquals(then.Changes) ? null : SetupRights.Refusal(by, SetupAct.ChangeDay) is { } no ? no with { Field = "changes" } : null;
}
