using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Calendar;

/// <summary>The calendar as pages and machines change it: the rights, the reasons, the signature.</summary>
public sealed class CalendarDesk(WorkCalendars calendars, City city, TimeProvider clock)
{
    /// <summary>Puts a year in force.</summary>
    public async Task<Ruling<CalendarYear>> Replace(Actor by, string json, CancellationToken ct = default) =>
        SetupRights.Refusal(by, SetupAct.KeepCalendar) is { } no
            ? no
            : await calendars.Replace(city.Code, json, by.Person.Value, clock.GetUtcNow(), (now, then) => Days(by, now, then), ct);

    /// <summary>Changes one day, for a reason that is kept.</summary>
    public async Task<Ruling<CalendarYear>> Change(Actor by, FormRead<DayForm> read, CancellationToken ct = default)
    {
        if (SetupRights.Refusal(by, SetupAct.ChangeDay) is { } no) return no;
        var change = DayForm.Read(read);
        return change.Allowed
            ? await calendars.Change(city.Code, change.Facts[0], by.Person.Value, clock.GetUtcNow(), ct)
            : Ruling<CalendarYear>.Refused(change.Reasons);
    }

    // A year sent whole carries its single days with it: those are the head's, added, altered or left out.
    private static Reason? Days(Actor by, CalendarYear? now, CalendarYear then) =>
        (now?.Changes ?? []).ToHashSet().SetEquals(then.Changes) ? null : SetupRights.Refusal(by, SetupAct.ChangeDay) is { } no ? no with { Field = "changes" } : null;
}
