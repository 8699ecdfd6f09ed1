using System.Data.Common;

namespace Duban.Web.Calendar;

/// <summary>Keeps every node on the calendar in force: reads it before the first request and each minute after.</summary>
public sealed partial class CalendarWatch(WorkCalendars calendars, City city, ILogger<CalendarWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await calendars.Refresh(city.Code, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await calendars.Refresh(city.Code, stoppingToken);
            }
            catch (Exception fault) when (fault is DbException or IOException)
            {
                // The calendar read last stays in force until the database answers again.
                NotRead(log, fault);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The calendar could not be read again")]
    private static partial void NotRead(ILogger log, Exception fault);
}
