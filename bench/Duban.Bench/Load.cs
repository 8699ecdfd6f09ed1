using System.Diagnostics;

namespace Duban.Bench;

/// <summary>So many clients at once over so much work; what came out per second, and how long one waited.</summary>
internal sealed record Load(double PerSecond, double Median, double P99)
{
    /// <summary>Runs work items 0 … count − 1, the clients taking turns.</summary>
    public static async Task<Load> Run(int clients, int count, Func<int, Task> work)
    {
        var waits = new double[count];
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
            {
                var from = Stopwatch.GetTimestamp();
                await work(i);
                waits[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            }
        })));
        var seconds = clock.Elapsed.TotalSeconds;
        Array.Sort(waits);
        return new(count / seconds, waits[count / 2], waits[(int)(count * 0.99)]);
    }
}
