using System.Globalization;
using Duban.Ledger;

namespace Duban.Web.Clock;

/// <summary>The demo's time: the real time moved by a fixed span, so it flows as time does and can be moved forward, never back.</summary>
public sealed class DemoClock : TimeProvider
{
    /// <summary>The setting that makes a ledger a demo.</summary>
    public const string Setting = "demo.clock";

    private long offset;

    /// <summary>A clock over a real one.</summary>
    /// <param name="beneath">The real time.</param>
    /// <param name="start">The instant at which the demo began, in the demo's time.</param>
    /// <param name="offset">How far the demo's time lies from the real one.</param>
    public DemoClock(TimeProvider beneath, DateTimeOffset start, TimeSpan offset) => (Beneath, Start, this.offset) = (beneath, start, offset.Ticks);

    /// <summary>The real time: what belongs to the real world, such as the age of a sign-in, goes by it.</summary>
    public TimeProvider Beneath { get; }

    /// <summary>The instant at which the demo began, in the demo's time.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>A clock that shows <paramref name="start"/> now.</summary>
    public static DemoClock StartingAt(DateTimeOffset start, TimeProvider beneath) => new(beneath, start, start - beneath.GetUtcNow());

    /// <summary>The clock kept in a setting: start and offset in ticks, parted by a blank; null when it cannot be read.</summary>
    public static DemoClock? Read(string setting, TimeProvider beneath) =>
        setting.Split(' ') is [var start, var ticks]
        && DateTimeOffset.TryParseExact(start, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
        && long.TryParse(ticks, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)
            ? new(beneath, from, TimeSpan.FromTicks(offset))
            : null;

    /// <summary>The clock of a demo ledger, or null for a real one.</summary>
    public static async Task<DemoClock?> Of(EventStore store, City city, CancellationToken ct = default) =>
        await Cities.Setting(store, city, Setting, ct) is { } kept ? Read(kept, TimeProvider.System) : null;

    /// <summary>The clock as a setting keeps it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Start:O} {Interlocked.Read(ref offset)}");

    /// <summary>Moves the clock so that it shows the instant now; false, and nothing happens, when that lies in its past.</summary>
    public bool MoveTo(DateTimeOffset instant)
    {
        var wanted = (instant - Beneath.GetUtcNow()).Ticks;
        long seen;
        do
        {
            seen = Interlocked.Read(ref offset);
            if (wanted < seen) return false;
        } while (Interlocked.CompareExchange(ref offset, wanted, seen) != seen);
        return true;
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Beneath.GetUtcNow().AddTicks(Interlocked.Read(ref offset));

    /// <inheritdoc />
    public override long GetTimestamp() => Beneath.GetTimestamp();

    /// <inheritdoc />
    public override long TimestampFrequency => Beneath.TimestampFrequency;

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Beneath.CreateTimer(callback, state, dueTime, period);
}
