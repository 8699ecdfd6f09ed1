namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Decides whether a tour can be timed so that windows, ride times, the arrival span and "no waiting aboard" all hold. These are
/// difference constraints (t_j ≥ t_i + w), whose least solution is found by sweeping forward and backward until nothing moves.
/// </summary>
internal sealed class RideCheck(Model model)
{
    private int[] node = new int[32], mate = new int[32];
    private double[] drive = new double[32], time = new double[32];
    private bool[] aboard = new bool[32];
    private readonly int[] boardedAt = new int[model.Nodes];
    private readonly DriverWatch? driver = model.Problem.Rules.Driver is { } rules ? new DriverWatch(rules) : null;
    private int length;

    public double[] Times => time;

    /// <summary>The tour with a boarding after position <paramref name="i"/> and an alighting after position <paramref name="j"/>.</summary>
    public bool Holds(Tour tour, int i, int board, int j, int alight)
    {
        length = 0;
        Reserve(tour.Length + 4);
        for (var k = 0; k <= tour.Length + 1; k++)
        {
            node[length++] = tour.Seq[k];
            if (k == i) node[length++] = board;
            if (k == j) node[length++] = alight;
        }
        return Solve();
    }

    /// <summary>The tour as it stands; its times are then in <see cref="Times"/>.</summary>
    public bool Holds(Tour tour)
    {
        Reserve(tour.Length + 4);
        length = tour.Length + 2;
        Array.Copy(tour.Seq, node, length);
        return Solve();
    }

    private bool Solve()
    {
        Prepare();
        if (!Settle()) return false;
        if (driver is null) return true;
        for (var round = 0; round < 8; round++)
        {
            switch (driver.Stretch(time, drive, node, model, length))
            {
                case null: return false;
                case false: return true;
                default:
                    if (!Settle()) return false;
                    break;
            }
        }
        return false;
    }

    private void Prepare()
    {
        var on = 0;
        for (var k = 0; k < length; k++)
        {
            time[k] = model.Open[node[k]];
            mate[k] = -1;
            if (k > 0) drive[k] = model.Slow[model.Row[node[k - 1]] * model.Span + model.Row[node[k]]];
            if (k == 0 || k == length - 1) continue;
            if ((node[k] & 1) == 1)
            {
                boardedAt[node[k]] = k;
                on++;
            }
            else
            {
                mate[k] = boardedAt[node[k] - 1];
                on--;
            }
            aboard[k] = on > 0;
        }
    }

    private bool Settle()
    {
        var rules = model.Problem.Rules;
        for (var round = 0; round <= length; round++)
        {
            if (!Forward(out var waited)) return false;
            var (moved, last, first) = (false, -1, -1);
            for (var k = length - 2; k > 0; k--)
            {
                if (mate[k] >= 0)
                {
                    if (last < 0) last = k;
                    first = k;
                    moved |= Pull(mate[k], time[k] - model.Longest[model.JobOf(node[k])]);
                }
                if (rules.NoWaitingAboard && aboard[k]) moved |= Pull(k, time[k + 1] - drive[k + 1] - model.Service[node[k]]);
            }
            if (last > 0) moved |= Pull(first, time[last] - rules.ArrivalSpan);
            if (!moved) return true;

            // Without a wait anywhere, a later start only shifts the whole tour: the fault stays.
            if (!waited) return false;
        }
        return false;
    }

    private bool Forward(out bool waited)
    {
        waited = false;
        for (var k = 1; k < length; k++)
        {
            var arrival = time[k - 1] + model.Service[node[k - 1]] + drive[k];
            if (arrival > time[k]) time[k] = arrival;
            else if (arrival < time[k] && k > 1) waited = true;
            if (time[k] > model.Close[node[k]] + 1e-9) return false;
        }
        return true;
    }

    private bool Pull(int k, double earliest)
    {
        if (time[k] >= earliest - 1e-9) return false;
        time[k] = earliest;
        return true;
    }

    private void Reserve(int size)
    {
        if (size <= node.Length) return;
        size *= 2;
        (node, mate, drive, time, aboard) = (new int[size], new int[size], new double[size], new double[size], new bool[size]);
    }
}
