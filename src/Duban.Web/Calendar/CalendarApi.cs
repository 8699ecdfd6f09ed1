using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Calendar.Pages;
using Duban.Web.Documents;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Calendar;

/// <summary>The machine doors of the calendar.</summary>
public static class CalendarApi
{
    /// <summary>Maps the addresses below <c>/api/calendar</c>.</summary>
    public static void MapCalendarApi(this RouteGroupBuilder api)
    {
        var calendar = api.MapGroup("/calendar").WithTags("setup");
        calendar.MapGet("", Years).WithName("calendar-years").Produces<IReadOnlyList<CalendarYear>>().WithSummary("The years in force, with the notices they rest on.");
        calendar.MapGet("/due", Due).WithName("calendar-due").Produces<DueView>().ProducesProblem(422).WithSummary("Works out a due date: from (2021-02-10, not counted) and working_days (0 to 10,000).");
        calendar.MapPost("", Replace).WithMetadata(new RequestSizeLimitAttribute(TypedOrFile.Most)).WithName("calendar-replace").Accepts<CalendarYear>("application/json").Answers<CalendarYear>().ProducesProblem(409)
            .HonoursIfMatch().WithSummary("Puts a year in force, in place of what the city had for it.");
        calendar.MapGet("/{year:int}", Year).WithName("calendar-year").Produces<CalendarYear>().ProducesProblem(404)
            .WithSummary("One year in force, and in ETag the mark of its state, to send as If-Match with the year that is to replace it.");
        calendar.MapGet("/{year:int}/changes", Changes).WithName("calendar-changes").Produces<IReadOnlyList<SetupChange>>().ProducesProblem(403)
            .WithSummary("Who changed a year last, and which days: the last ten changes.");
        calendar.MapPost("/days", ChangeDay).WithName("calendar-day").Accepts<DayForm>("application/json").Answers<CalendarYear>()
            .WithSummary("Decides that one day is worked (yes) or off (no), and why; the year as it stands then.");
    }

    private static IResult Years(WorkCalendars calendars, City city) => Results.Ok(calendars.Of(city.Code).Years);

    private static IResult Due(string? from, string? working_days, WorkCalendars calendars, City city)
    {
        var calendar = calendars.Of(city.Code);
        var table = DueTable.Read([new(0, ["start", "working_days"]), new(1, [from ?? "", working_days ?? ""])], calendar);
        if (table.Problems.Count > 0) return Problems.Refused(table.Problems);
        var due = calendar.AddWorkingDays(table.Rows[0].Start, table.Rows[0].WorkingDays);
        return Results.Ok(new DueView(due.Date, due.UnannouncedYear));
    }

    private static async Task<IResult> Year(HttpContext http, int year, WorkCalendars calendars, EventStore store, City city)
    {
        if (calendars.Of(city.Code).Years.FirstOrDefault(y => y.Year == year) is not { } found) return Problems.Unknown(new Reason("calendar.not_announced", "year", year));
        MachineHeaders.Mark(http, await SetupChanges.MarkOf(store, city.Code, $"calendar/{year}"));
        return Results.Ok(found);
    }

    private static async Task<IResult> Changes(HttpContext http, int year, EventStore store, City city) =>
        SetupRights.Refusal(SignedIn.ActorOf(http), SetupAct.See) is { } no ? Problems.Refused([no]) : Results.Ok((await YearSheet.JournalOf(http, year, store, city)).Last);

    private static async Task<IResult> ChangeDay(HttpContext http, CalendarDesk desk)
    {
        var by = SignedIn.ActorOf(http);
        if (SetupRights.Refusal(by, SetupAct.ChangeDay) is { } no) return Problems.Refused([no]);
        var change = DayForm.Read(await FormText.Read<DayForm>(http.Request));
        return change.Allowed ? Answer(await desk.Change(by, change.Facts[0], http.RequestAborted)) : Problems.Refused(change.Reasons);
    }

    private static async Task<IResult> Replace(HttpContext http, CalendarDesk desk) => Answer(await desk.Replace(
        SignedIn.ActorOf(http), await SentText.Read(http), MachineHeaders.MarkSeen(http) is { } mark ? new SeenYear(null, mark, Words.Of(http)) : null, http.RequestAborted));

    private static IResult Answer(Ruling<CalendarYear> ruling) => ruling.Allowed ? Results.Ok(ruling.Facts[0]) : Problems.RefusedOrFaster(ruling.Reasons);
}

/// <summary>A due date.</summary>
/// <param name="Date">The day.</param>
/// <param name="UnannouncedYear">The first year on the way whose holidays are not announced, or null: then only weekends were left out.</param>
public sealed record DueView(DateOnly Date, int? UnannouncedYear);
