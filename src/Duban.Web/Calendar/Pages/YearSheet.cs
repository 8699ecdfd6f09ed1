using System.Globalization;
using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Documents;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Calendar.Pages;

/// <summary>A year of working days, a due-date calculator beside it, and the text of a year to put in force.</summary>
/// <param name="Year">The year shown.</param>
/// <param name="Calendar">The calendar in force.</param>
/// <param name="From">The calculator's first day as typed.</param>
/// <param name="Days">The calculator's working days as typed.</param>
/// <param name="Due">Its answer; null before it is asked or when what was typed cannot be read.</param>
/// <param name="Json">A year as typed, or as it stands.</param>
/// <param name="Reasons">Why the year or the question was refused.</param>
/// <param name="Journal">Who changed this year last, and what.</param>
/// <param name="MayKeep">True for who may put a year in force.</param>
/// <param name="MayChange">True for who may change a single day.</param>
public sealed record YearSheet(
    int Year, WorkCalendar Calendar, string From, string Days, Due? Due, string Json, IReadOnlyList<Reason> Reasons, SetupJournal Journal, bool MayKeep, bool MayChange)
{
    /// <summary>A change of one day as typed.</summary>
    public DayForm Typed { get; init; } = new(null, null, null);

    /// <summary>The years one can turn to: the announced ones and the next.</summary>
    public IEnumerable<int> Years => Calendar.Years.Select(y => y.Year).Append(Calendar.Years.Max(y => y.Year) + 1).Append(Year).Distinct().Order();

    /// <summary>The arrangement of the year shown, or null when nobody has announced it.</summary>
    public CalendarYear? Announced => Calendar.Years.FirstOrDefault(y => y.Year == Year);

    /// <summary>The page.</summary>
    public static Task<IResult> Show(HttpContext http, string? year, string? from, string? days, WorkCalendars calendars, EventStore store, City city, TimeProvider clock) =>
        Page(http, year, from ?? "", days ?? "", null, null, [], calendars, store, city, clock);

    /// <summary>Puts the typed year in force, or tells every reason and keeps the text.</summary>
    public static async Task<IResult> Replace(HttpContext http, CalendarDesk desk, WorkCalendars calendars, EventStore store, City city, TimeProvider clock, Flash flash)
    {
        var by = SignedIn.ActorOf(http);
        if (SetupRights.Refusal(by, SetupAct.KeepCalendar) is not null) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (json, unread) = await TypedOrFile.Read(form, "json", http.RequestAborted);
        var (year, w) = (form["year"].ToString(), Words.Of(http));
        var seen = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var shown) ? new SeenYear(shown, form["seen"].ToString(), w) : null;
        var ruling = unread ?? await desk.Replace(by, json, seen, http.RequestAborted);
        if (!ruling.Allowed) return await Page(http, year, "", "", json, null, TypedOrFile.Placed(ruling.Reasons, w), calendars, store, city, clock);
        flash.Say(http, w["calendar.saved", ruling.Facts[0].Year]);
        return Results.LocalRedirect($"/calendar?year={ruling.Facts[0].Year}");
    }

    /// <summary>Changes one day, or tells every reason and keeps what was typed.</summary>
    public static async Task<IResult> ChangeDay(HttpContext http, CalendarDesk desk, WorkCalendars calendars, EventStore store, City city, TimeProvider clock, Flash flash)
    {
        var by = SignedIn.ActorOf(http);
        if (SetupRights.Refusal(by, SetupAct.ChangeDay) is not null) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var read = await FormText.Read<DayForm>(http.Request);
        var change = DayForm.Read(read);
        var ruling = change.Allowed ? await desk.Change(by, change.Facts[0], http.RequestAborted) : Ruling<CalendarYear>.Refused(change.Reasons);
        var year = http.Request.Query["year"].ToString();
        if (!ruling.Allowed) return await Page(http, year, "", "", null, read.Form, ruling.Reasons, calendars, store, city, clock);
        flash.Say(http, Words.Of(http)["calendar.day_saved", change.Facts[0].Day]);
        return Results.LocalRedirect($"/calendar?year={ruling.Facts[0].Year}#days");
    }

    private static async Task<IResult> Page(
        HttpContext http, string? year, string from, string days, string? json, DayForm? typed,
            IReadOnlyList<Reason> reasons, WorkCalendars calendars, EventStore store, City city, TimeProvider clock)
    {
        var calendar = calendars.Of(city.Code);
        var today = calendar.LocalDate(clock.GetUtcNow());
        var shown = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1949 and <= 2200 ? asked : today.Year;
        var (due, wrong) = Ask(calendar, from, days);
        IReadOnlyList<Reason> all = [.. wrong, .. reasons];
        bool May(SetupAct act) => SetupRights.Refusal(SignedIn.ActorOf(http), act) is null;
        var announced = calendar.Years.FirstOrDefault(y => y.Year == shown);
        return YearPage.Of(
            new(shown, calendar, from, days, due, json ?? (announced is null ? "" : CalendarYearFile.Write(announced)), all,
                await JournalOf(http, shown, store, city), May(SetupAct.KeepCalendar), May(SetupAct.ChangeDay))
            { Typed = typed ?? new(null, null, null) },
            all.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>Who changed a year last, and what.</summary>
    internal static Task<SetupJournal> JournalOf(HttpContext http, int year, EventStore store, City city)
    {
        var w = Words.Of(http);
        return SetupChanges.Of(store, city.Code, $"calendar/{year}", w, (before, after) => YearDifference.Of(before, after, w));
    }

    // The calculator reads its one line as the command line reads a table.
    private static (Due?, IReadOnlyList<Reason>) Ask(WorkCalendar calendar, string from, string days)
    {
        if (from.Length == 0 && days.Length == 0) return (null, []);
        var table = DueTable.Read([new(0, ["start", "working_days"]), new(1, [from, days])], calendar);
        return table is { Problems.Count: 0, Rows: [var row] }
            ? (calendar.AddWorkingDays(row.Start, row.WorkingDays), [])
            : (null, [.. table.Problems.Select(p => p with { Field = p.Field == "working_days" ? "due-days" : "due-from" })]);
    }
}
