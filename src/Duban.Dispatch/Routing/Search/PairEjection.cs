namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Ejection for pairs (Nagata and Kobayashi, PPSN 2010): in state 0 the new pair is still to come, in 1 it is aboard, in 2 it has been
/// delivered. A label remembers which of the ejected still have their delivery ahead, and only labels that agree in that are
/// compared: their loads are the same.
/// </summary>
internal sealed class PairEjection(Model model) : Ejection(model)
{
    private const int MostPairs = 64;
    private readonly int[] numberOf = new int[model.Jobs];
    private Label next;
    private int people;

    protected override void Run(int[] amount, int[] weight, int most)
    {
        if (Tour.Length > 2 * MostPairs) return;
        people = amount[Job];
        var (seq, length, numbers) = (Tour.Seq, Tour.Length, 0);
        for (var k = 1; k <= length; k++)
            if ((seq[k] & 1) == 1) numberOf[(seq[k] - 1) >> 1] = numbers++;
        Add(0, new Label { Depart = Model.Timed ? Tour.Depart[0] : 0, From = -1 });
        for (var k = 0; k <= length; k++)
            for (var state = 0; state < 3; state++)
                for (var l = First(k, state); l >= 0; l = Labels[l].Next)
                {
                    next = Labels[l];
                    var depart = next.Depart;
                    next.From = l;
                    for (var n = k + 1; next.Weight <= Weight; n++)
                    {
                        next.At = n;
                        if (n > length)
                        {
                            Go(seq[k], depart, state, 0);
                            break;
                        }
                        var (other, boarding) = ((seq[n] - 1) >> 1, (seq[n] & 1) == 1);
                        var bit = 1ul << numberOf[other];
                        if (!boarding && (next.Pending & bit) != 0)
                        {
                            next.Pending &= ~bit;
                            continue;
                        }
                        Go(seq[k], depart, state, boarding ? amount[other] : -amount[other]);
                        if (!boarding || next.Ejected == most) break;
                        next.Ejected++;
                        next.Weight += weight[other];
                        next.Pending |= bit;
                    }
                }
    }

    /// <summary>From a stop to the next one kept, with what of the new pair may be put in between.</summary>
    private void Go(int a, double depart, int state, int load)
    {
        var aboard = next.Load;
        Reach(state, a, depart, aboard + load, 0);
        if (state == 2) return;
        var (board, alight) = (Model.First(Job), Model.Last(Job));
        if (state == 1)
        {
            if (Visit(a, alight, ref depart)) Reach(2, alight, depart, aboard - people + load, 2);
            return;
        }
        if (aboard + people > Model.Coaches.MostSeats || !Visit(a, board, ref depart)) return;
        Reach(1, board, depart, aboard + people + load, 1);
        if (Visit(board, alight, ref depart)) Reach(2, alight, depart, aboard + load, 3);
    }

    private bool Visit(int from, int node, ref double depart)
    {
        if (!Model.Timed) return true;
        var start = Math.Max(Model.Open[node], depart + Model.Slow[Model.Row[from] * Model.Span + Model.Row[node]]);
        depart = start + Model.Service[node];
        return start <= Model.Close[node];
    }

    private void Reach(int state, int from, double depart, int aboard, byte put)
    {
        if (aboard > Model.Coaches.MostSeats) return;
        var (b, left) = (Tour.Seq[next.At], depart);
        if (!Visit(from, b, ref left)) return;
        if (state == 2 && next.Pending == 0 && (!Model.Timed || left - Model.Service[b] <= Tour.Latest[next.At]))
        {
            Take(next.From, next.At, put, next.Weight);
            return;
        }
        if (next.At > Tour.Length || (Model.Timed && state < 2 && left > Model.Close[state == 0 ? Model.First(Job) : Model.Last(Job)])) return;
        Add(state, next with { Depart = left, Load = aboard, Put = put });
    }
}
