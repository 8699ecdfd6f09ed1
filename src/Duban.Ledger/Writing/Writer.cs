using System.Threading.Channels;

namespace Duban.Ledger;

/// <summary>The one writer of the process: what waits in the queue shares the next commit (docs/decisions/group-commit.md).</summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int Attempts = 5;
    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Envelope envelope = new();
    private readonly IEngine engine;
    private readonly StoreOptions options;
    private readonly Task loop;

    public Writer(IEngine engine, StoreOptions options)
    {
        (this.engine, this.options) = (engine, options);
        loop = Task.Run(Run);
    }

    /// <summary>Entries that wait for a commit.</summary>
    public int Waiting => queue.Reader.Count;

    public Task<Receipt> Append(Entry entry)
    {
        var pending = new Pending(entry);
        if (!queue.Writer.TryWrite(pending)) throw new ObjectDisposedException(nameof(EventStore));
        return pending.Answer;
    }

    /// <summary>Does other writing between two groups, so that the process never competes with itself.</summary>
    public async Task<T> Between<T>(Func<Task<T>> work, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try { return await work(); }
        finally { turn.Release(); }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        turn.Dispose();
    }

    private async Task Run()
    {
        var taken = new List<Pending>(options.GroupLimit);
        while (await queue.Reader.WaitToReadAsync())
        {
            await turn.WaitAsync();
            try
            {
                while (taken.Count < options.GroupLimit && queue.Reader.TryRead(out var pending)) taken.Add(pending);
                await Write(taken);
            }
            finally { turn.Release(); }
            taken.Clear();
        }
    }

    private async Task Write(List<Pending> taken)
    {
        if (await TryCommit(taken) is not { } fault) return;
        if (!engine.IsRefusal(fault))
            foreach (var pending in taken) pending.Fail(new StorageException("The storage could not take the entry.", fault));
        else if (taken.Count == 1)
            taken[0].Settle(new Receipt.RowRefused(fault.Message));
        else // One statement spoilt the commit of all: alone, each gets what it deserves.
            foreach (var pending in taken) await Write([pending]);
    }

    private async Task<Exception?> TryCommit(List<Pending> taken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var group = new Group(taken, options, envelope);
                await engine.Commit(group, CancellationToken.None);
                group.Settle();
                return null;
            }
            catch (Exception fault)
            {
                await engine.Abandon();
                if (attempt == Attempts || !engine.IsPassing(fault)) return fault;
            }
        }
    }
}
