using Duban.Ledger;

namespace Duban.Web;

/// <summary>Everything that happens by the clock. A job asks a rule and owns none: doing it twice, or on two nodes, changes nothing.</summary>
public sealed class Schedule(EventStore store, ILogger<Schedule> log) : BackgroundService
{
    // The ledger dates its records by the machine's time, also in a demo, so its days are sealed by that.
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        do await Seal(stoppingToken);
        while (await Next(beat, stoppingToken));
    }

    /// <summary>Every finished day that has no seal gets one.</summary>
    private async Task Seal(CancellationToken ct)
    {
        try
        {
            await new DailySeals(store).SealFinishedDays(ct);
        }
        catch (Exception fault) when (fault is StorageException or System.Data.Common.DbException)
        {
            log.LogWarning(fault, "The day could not be sealed; it is tried again in {Beat}.", Beat);
        }
        catch (OperationCanceledException)
        {
            // The house is closing; the seal is made when it opens again.
        }
    }

    private static async ValueTask<bool> Next(PeriodicTimer beat, CancellationToken ct)
    {
        try { return await beat.WaitForNextTickAsync(ct); }
        catch (OperationCanceledException) { return false; }
    }
}
