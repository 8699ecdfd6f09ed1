namespace Duban.Ledger;

/// <summary>The one writer of the process: what waits in the queue shares the next commit (docs/decisions/group-commit.md).</summary>
/// <remarks>It is a thread of its own: it waits for the disk, and no request waits with it for a turn on the processor.</remarks>
internal sealed class Writer : IAsyncDisposable
{
    private const int Attempts = 5;
    private readonly Queue<Pending> queue = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Envelope envelope = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IEngine engine;
    private readonly StoreOptions options;
    private bool closed;

    public Writer(IEngine engine, StoreOptions options)
    {
        (this.engine, this.options) = (engine, options);
        new Thread(Run) { Name = "ledger writer", IsBackground = true }.Start();
    }

    /// <summary>Entries that wait for a commit.</summary>
    public int Waiting
    {
        get { lock (queue) return queue.Count; }
    }

    public Task<Receipt> Append(Entry entry)
    {
        var pending = new Pending(entry);
        lock (queue)
        {
            ObjectDisposedException.ThrowIf(closed, typeof(EventStore));
            queue.Enqueue(pending);
            Monitor.Pulse(queue);
        }
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
        lock (queue)
        {
            closed = true;
            Monitor.Pulse(queue);
        }
        await ended.Task;
        turn.Dispose();
    }

    private void Run()
    {
        var taken = new List<Pending>(options.GroupLimit);
        while (Wait())
        {
            turn.Wait();
            try
            {
                lock (queue)
                    while (taken.Count < options.GroupLimit && queue.TryDequeue(out var pending)) taken.Add(pending);
                Write(taken);
            }
            finally { turn.Release(); }
            taken.Clear();
        }
        ended.SetResult();
    }

    // False when nothing waits and nothing will come.
    private bool Wait()
    {
        lock (queue)
        {
            while (queue.Count == 0 && !closed) Monitor.Wait(queue);
            return queue.Count > 0;
        }
    }

    private void Write(List<Pending> taken)
    {
        if (TryCommit(taken) is not { } fault) return;
        if (!engine.IsRefusal(fault))
            foreach (var pending in taken) pending.Fail(new StorageException("The storage could not take the entry.", fault));
        else if (taken.Count == 1)
            taken[0].Settle(new Receipt.RowRefused(fault.Message));
        else // One statement spoilt the commit of all: alone, each gets what it deserves.
            foreach (var pending in taken) Write([pending]);
    }

    private Exception? TryCommit(List<Pending> taken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var group = new Group(taken, options, envelope);
                engine.Commit(group);
                group.Settle();
                return null;
            }
            catch (Exception fault)
            {
                engine.Abandon();
                if (attempt == Attempts || !engine.IsPassing(fault)) return fault;
            }
        }
    }
}
