using Duban.Ledger;
using Duban.Web.Clock;

namespace Duban.Web;

/// <summary>Everything that happens by the clock. A job asks a rule and owns none: doing it twice, or on two nodes, changes nothing.</summary>
public sealed class Schedule(EventStore store, OnceKeys keys, RealTime time, ILogger<Schedule> log) : BackgroundService
{
    // The ledger dates its records by the machine's time, also in a demo, so its days are sealed by that.
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Beat);
        do
        {
            await Quietly(Seal, stoppingToken);
            await Quietly(ForgetKeys, stoppingToken);
        }
        while (await Next(beat, stoppingToken));
    }

    /// <summary>Every finished day that has no seal gets one.</summary>
    private Task Seal(CancellationToken ct) => new DailySeals(store).SealFinishedDays(ct);

    /// <summary>A request is answered again for a month.</summary>
    private Task ForgetKeys(CancellationToken ct) => keys.Forget(time.Now - Kept, ct);

    private async Task Quietly(Func<CancellationToken, Task> job, CancellationToken ct)
    {
        try
        {
            await job(ct);
        }
        catch (Exception fault) when (fault is StorageException or System.Data.Common.DbException)
        {
            log.LogWarning(fault, "{Job} could not be done; it is tried again in {Beat}.", job.Method.Name, Beat);
        }
        catch (OperationCanceledException)
        {
            // The house is closing; the job is done when it opens again.
        }
    }

    private static async ValueTask<bool> Next(PeriodicTimer beat, CancellationToken ct)
    {
        try { return await beat.WaitForNextTickAsync(ct); }
        catch (OperationCanceledException) { return false; }
    }
}
