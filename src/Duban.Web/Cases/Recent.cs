using System.Collections.Concurrent;

namespace Duban.Web.Cases;

/// <summary>Keeps what was used lately: when half of the room is taken by new things, those not used since the last time are let go, all at once and without sorting.</summary>
/// <param name="room">How many things at most, from 2.</param>
public sealed class Recent<TKey, TThing>(int room) where TKey : notnull where TThing : class
{
    private readonly Lock turning = new();
    private volatile ConcurrentDictionary<TKey, TThing> young = new(), old = new();
    private int added;

    /// <summary>The thing, which counts as used now; null when it is not here.</summary>
    public TThing? Find(TKey key)
    {
        if (young.TryGetValue(key, out var thing)) return thing;
        if (old.TryGetValue(key, out thing)) Add(key, thing);
        return thing;
    }

    /// <summary>Keeps a thing in place of the one with the same key.</summary>
    public void Keep(TKey key, TThing thing)
    {
        if (!Add(key, thing)) young[key] = thing;
    }

    /// <summary>Lets a thing go.</summary>
    public void Forget(TKey key)
    {
        young.TryRemove(key, out _); // What is removed still counts as added: the turn comes a little earlier, no more.
        old.TryRemove(key, out _);
    }

    // False when another one is there already.
    private bool Add(TKey key, TThing thing)
    {
        if (!young.TryAdd(key, thing)) return false;
        if (Interlocked.Increment(ref added) >= room / 2) Turn();
        return true;
    }

    private void Turn()
    {
        lock (turning)
        {
            if (added < room / 2) return;
            (old, young, added) = (young, new(), 0);
        }
    }
}
