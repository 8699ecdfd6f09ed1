using System.CommandLine;
using Duban.Domain.Calendar;
using Duban.Web.Calendar;

namespace Duban.Web.CommandLine;

/// <summary><c>duban calendar</c>: due dates, the years in force, and putting a year in force when its notice is out.</summary>
public static class CalendarCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place) => new("calendar", terminal.Words("工作日历", "the calendar of working days"))
    {
        DueCommand.Create(terminal),
        CreateYears(terminal, place),
        CreateReplace(terminal, place),
    };

    private static Command CreateYears(Terminal terminal, Place place)
    {
        var command = new Command("years", terminal.Words("列出生效的年份、工作日数和依据", "list the years in force, their working days and what they rest on"));
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, async installation =>
        {
            var calendar = await new WorkCalendars(installation.Store).Refresh(installation.City.Code, ct);
            foreach (var year in calendar.Years) terminal.Out.WriteLine($"{year.Year}\t{WorkingDays(calendar, year.Year)}\t{year.Source}");
            return Exit.Done;
        }));
        return command;
    }

    private static Command CreateReplace(Terminal terminal, Place place)
    {
        var file = new Argument<string>("FILE")
        {
            Description = terminal.Words("一年的安排（JSON：year、source、holidays）", "a year's arrangement (JSON: year, source, holidays)"),
        };
        var command = new Command("replace", terminal.Words("增加或替换一年的节假日安排", "add a year's holidays or replace them")) { file };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation => Replace(line.GetValue(file)!, installation, terminal, ct)));
        return command;
    }

    private static async Task<int> Replace(string file, Installation installation, Terminal terminal, CancellationToken ct)
    {
        await using var opened = terminal.OpenInput(file);
        if (opened is null) return Exit.BadInput;
        using var text = new StreamReader(opened);
        var calendars = new WorkCalendars(installation.Store);
        var ruling = await calendars.Replace(installation.City.Code, await text.ReadToEndAsync(ct), "duban calendar", installation.Clock.GetUtcNow(), ct: ct);
        foreach (var reason in ruling.Reasons)
            terminal.Error.WriteLine(reason.Field is { } place ? $"{place}: {terminal.Words(reason)}" : terminal.Words(reason));
        if (!ruling.Allowed) return Exit.BadInput;
        var (year, days) = (ruling.Facts[0].Year, WorkingDays(calendars.Of(installation.City.Code), ruling.Facts[0].Year));
        terminal.Say(
            $"{year} 年的安排已生效：{days} 个工作日；运行中的网站一分钟内采用。",
            $"{year} is in force with {days} working days; a running server follows within a minute.");
        return Exit.Done;
    }

    private static int WorkingDays(WorkCalendar calendar, int year) => calendar.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31));
}
