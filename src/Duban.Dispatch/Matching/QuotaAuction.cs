namespace Duban.Dispatch.Matching;

/// <summary>
/// An auction for posts with quotas (Bertsekas and Castañon, Parallel Computing 1989): seekers bid for the post that leaves
/// them most, a full post's price is its lowest accepted bid, and prices prove how good the result is. The least raise grows smaller
/// from round to round. Each seeker's arcs stand best first, so that a bid may stop looking where no fit left beats its second choice.
/// </summary>
internal sealed class QuotaAuction
{
    private readonly int[] seekers, quotas, begin, held, waiting, row, arcPost;
    private readonly float[] arcFit;
    private readonly double[] bids;
    private readonly int[] holders, postOf, arcOf;
    private readonly double[] prices;
    private int waitingCount;
    private const double FirstStep = 2.5e-4, Coarse = 6;

    public QuotaAuction(Market market, int[] seekers, int[] quotas)
    {
        (this.seekers, this.quotas) = (seekers, quotas);
        row = new int[seekers.Length + 1];
        for (var i = 0; i < seekers.Length; i++) row[i + 1] = row[i] + market.PostsOf(seekers[i]).Length;
        (arcPost, arcFit) = (new int[row[^1]], new float[row[^1]]);
        for (var i = 0; i < seekers.Length; i++)
        {
            var posts = PostsOf(i);
            var fits = FitsOf(i);
            market.PostsOf(seekers[i]).CopyTo(posts);
            market.FitsOf(seekers[i]).CopyTo(fits);
            fits.Sort(posts);
            posts.Reverse();
            fits.Reverse();
        }
        begin = new int[quotas.Length + 1];
        for (var p = 0; p < quotas.Length; p++) begin[p + 1] = begin[p] + Math.Min(quotas[p], seekers.Length);
        (bids, holders) = (new double[begin[^1]], new int[begin[^1]]);
        (held, prices) = (new int[quotas.Length], new double[quotas.Length]);
        (postOf, arcOf, waiting) = (new int[seekers.Length], new int[seekers.Length], new int[seekers.Length]);
    }

    /// <summary>What no matching of these seekers can exceed: the value of the prices as a dual solution.</summary>
    public double Bound { get; private set; }

    public double Total { get; private set; }

    public int Taken(int post) => held[post];

    public void Write(int[] into)
    {
        for (var i = 0; i < seekers.Length; i++) into[seekers[i]] = postOf[i];
    }

    /// <summary>Bids until the bound proves the gap: coarse rounds find the prices, a fine one the matching.</summary>
    public void Run(double gap)
    {
        Bound = double.PositiveInfinity;
        var widest = Widest();
        for (var finest = widest * FirstStep; finest > widest * 1e-9; finest /= 5)
        {
            Open();
            for (var step = finest * Coarse * Coarse; step > finest * 1.01; step /= Coarse)
            {
                Round(step);
                Lower(step);
            }
            Round(finest);
            Measure();
            if (Bound - Total <= gap * Bound) return;

            // Empty seats at a price above nought spoil the proof; from prices of nought they cannot arise.
            Open();
            Round(finest);
            Measure();
            if (Bound - Total <= gap * Bound) return;
        }
    }

    private Span<int> PostsOf(int i) => arcPost.AsSpan(row[i], row[i + 1] - row[i]);

    private Span<float> FitsOf(int i) => arcFit.AsSpan(row[i], row[i + 1] - row[i]);

    /// <summary>All prices at nought; a post without seats is never worth a bid.</summary>
    private void Open()
    {
        for (var p = 0; p < prices.Length; p++) prices[p] = quotas[p] == 0 ? double.PositiveInfinity : 0;
    }

    private void Lower(double step)
    {
        for (var p = 0; p < prices.Length; p++)
            if (quotas[p] > 0) prices[p] = held[p] < quotas[p] ? 0 : Math.Max(0, prices[p] - Coarse * step);
    }

    private double Widest()
    {
        var widest = 1e-9f;
        foreach (var fit in arcFit) widest = Math.Max(widest, fit);
        return widest;
    }

    private void Round(double step)
    {
        Array.Clear(held);
        waitingCount = 0;
        for (var i = seekers.Length - 1; i >= 0; i--)
        {
            postOf[i] = -1;
            waiting[waitingCount++] = i;
        }
        while (waitingCount > 0) Bid(waiting[--waitingCount], step);
    }

    private void Bid(int i, double step)
    {
        var posts = PostsOf(i);
        var fits = FitsOf(i);
        var (best, second, arc) = (0.0, 0.0, -1);
        for (var k = 0; k < posts.Length && fits[k] > second; k++)
        {
            var worth = fits[k] - prices[posts[k]];
            if (worth <= second) continue;
            if (worth > best) (best, second, arc) = (worth, best, k);
            else second = worth;
        }
        if (arc < 0) return;
        Accept(posts[arc], i, arc, prices[posts[arc]] + best - second + step);
    }

    /// <summary>The post keeps its highest bids; whoever is outbid waits again.</summary>
    private void Accept(int post, int i, int arc, double bid)
    {
        var (start, count) = (begin[post], held[post]);
        var size = begin[post + 1] - start;
        (postOf[i], arcOf[i]) = (post, arc);
        if (count < size)
        {
            var k = count++;
            for (; k > 0 && bids[start + (k - 1) / 2] > bid; k = (k - 1) / 2)
                (bids[start + k], holders[start + k]) = (bids[start + (k - 1) / 2], holders[start + (k - 1) / 2]);
            (bids[start + k], holders[start + k]) = (bid, i);
            held[post] = count;
        }
        else
        {
            var gone = holders[start];
            postOf[gone] = -1;
            waiting[waitingCount++] = gone;
            Sink(start, count, i, bid);
        }
        if (count >= quotas[post]) prices[post] = bids[start];
    }

    private void Sink(int start, int count, int i, double bid)
    {
        var k = 0;
        while (2 * k + 1 < count)
        {
            var child = 2 * k + 1;
            if (child + 1 < count && bids[start + child + 1] < bids[start + child]) child++;
            if (bids[start + child] >= bid) break;
            (bids[start + k], holders[start + k]) = (bids[start + child], holders[start + child]);
            k = child;
        }
        (bids[start + k], holders[start + k]) = (bid, i);
    }

    private void Measure()
    {
        var (total, dual) = (0.0, 0.0);
        for (var p = 0; p < quotas.Length; p++)
            if (quotas[p] > 0) dual += prices[p] * Math.Min(quotas[p], seekers.Length);
        for (var i = 0; i < seekers.Length; i++)
        {
            var posts = PostsOf(i);
            var fits = FitsOf(i);
            var best = 0.0;
            for (var k = 0; k < posts.Length && fits[k] > best; k++)
                best = Math.Max(best, fits[k] - prices[posts[k]]);
            dual += best;
            if (postOf[i] >= 0) total += fits[arcOf[i]];
        }
        (Total, Bound) = (total, Math.Min(Bound, dual));
    }
}
