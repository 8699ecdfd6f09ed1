using System.Data.Common;

namespace Duban.Web.Cases;

/// <summary>Lets the lists follow the calendar within seconds of a change, whoever made it and on whichever node.</summary>
public sealed partial class DueWatch(DueRows rows, ILogger<DueWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                if (await rows.Follow(stoppingToken) is > 0 and var counted) Followed(log, counted);
            }
            catch (Exception fault) when (fault is DbException or IOException)
            {
                // Tried again at the next tick; until then lists show the dates they had.
                NotFollowed(log, fault);
            }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The calendar changed: the due dates of {Counted} cases were counted anew")]
    private static partial void Followed(ILogger log, int counted);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The due dates could not be counted anew")]
    private static partial void NotFollowed(ILogger log, Exception fault);
}
