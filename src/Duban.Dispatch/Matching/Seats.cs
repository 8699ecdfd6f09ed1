namespace Duban.Dispatch.Matching;

/// <summary>
/// The seekers a post holds. When it is overfull it lets the lowest go whose class is not within its reserved seats
/// (minority reserves: Hafalir, Yenmez and Yildirim, Theoretical Economics 2013).
/// </summary>
internal sealed class Seats
{
    private readonly Market market;
    private readonly int post, quota;
    private readonly int[] reserved;
    private readonly int[] held;
    private readonly int[] seekers;
    private readonly float[] fits;
    private int count;

    public Seats(Market market, int post, IEnumerable<Reserve> reserves)
    {
        (this.market, this.post, quota) = (market, post, market.Quotas[post]);
        var kept = reserves.ToList();
        reserved = new int[kept.Count == 0 ? 0 : kept.Max(r => r.Class) + 1];
        foreach (var reserve in kept) reserved[reserve.Class] += reserve.Seats;
        held = new int[reserved.Length];
        (seekers, fits) = (new int[quota + 1], new float[quota + 1]);
    }

    public ReadOnlySpan<int> Seekers => seekers.AsSpan(0, count);

    public bool IsFull => count >= quota;

    /// <summary>Takes a seeker in; the one who has to go, or -1.</summary>
    public int Admit(int seeker, float fit)
    {
        Tally(seeker, 1);
        if (reserved.Length == 0) return AdmitToHeap(seeker, fit);
        (seekers[count], fits[count]) = (seeker, fit);
        count++;
        if (count <= quota) return -1;
        var lowest = Lowest();
        var gone = seekers[lowest];
        count--;
        (seekers[lowest], fits[lowest]) = (seekers[count], fits[count]);
        Tally(gone, -1);
        return gone;
    }

    /// <summary>True if the post would take this seeker rather than one it holds.</summary>
    public bool WouldTake(int seeker, float fit)
    {
        if (count < quota) return true;
        if (quota == 0) return false;
        if (reserved.Length == 0) return market.Prefers(post, seeker, fit, seekers[0], fits[0]);
        (seekers[count], fits[count]) = (seeker, fit);
        count++;
        Tally(seeker, 1);
        var taken = seekers[Lowest()] != seeker;
        Tally(seeker, -1);
        count--;
        return taken;
    }

    private int Lowest()
    {
        var lowest = -1;
        for (var i = 0; i < count; i++)
        {
            var own = market.ClassOf(seekers[i]);
            if (own < reserved.Length && held[own] <= reserved[own]) continue;
            if (lowest < 0 || market.Prefers(post, seekers[lowest], fits[lowest], seekers[i], fits[i])) lowest = i;
        }
        if (lowest >= 0) return lowest;

        // More seats are reserved than there are: rank alone decides.
        lowest = 0;
        for (var i = 1; i < count; i++)
            if (market.Prefers(post, seekers[lowest], fits[lowest], seekers[i], fits[i])) lowest = i;
        return lowest;
    }

    /// <summary>Without reserves a heap with the lowest on top does.</summary>
    private int AdmitToHeap(int seeker, float fit)
    {
        if (count < quota)
        {
            var i = count++;
            while (i > 0 && market.Prefers(post, seekers[(i - 1) / 2], fits[(i - 1) / 2], seeker, fit))
            {
                (seekers[i], fits[i]) = (seekers[(i - 1) / 2], fits[(i - 1) / 2]);
                i = (i - 1) / 2;
            }
            (seekers[i], fits[i]) = (seeker, fit);
            return -1;
        }
        if (quota == 0 || !market.Prefers(post, seeker, fit, seekers[0], fits[0])) return seeker;
        var gone = seekers[0];
        Sink(seeker, fit);
        return gone;
    }

    private void Sink(int seeker, float fit)
    {
        var i = 0;
        while (2 * i + 1 < count)
        {
            var child = 2 * i + 1;
            if (child + 1 < count && market.Prefers(post, seekers[child], fits[child], seekers[child + 1], fits[child + 1])) child++;
            if (!market.Prefers(post, seeker, fit, seekers[child], fits[child])) break;
            (seekers[i], fits[i]) = (seekers[child], fits[child]);
            i = child;
        }
        (seekers[i], fits[i]) = (seeker, fit);
    }

    private void Tally(int seeker, int change)
    {
        var own = market.ClassOf(seeker);
        if (own < held.Length) held[own] += change;
    }
}
