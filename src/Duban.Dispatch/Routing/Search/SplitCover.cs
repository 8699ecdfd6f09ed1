namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// The cheapest way to seat a group in the seats left of several tours, as a covering knapsack over tours, parts and people
/// (Archetti, Speranza and Hertz, Transportation Science 2006, split by the same knapsack). A new coach is one of the choices.
/// </summary>
internal sealed class SplitCover(Model model)
{
    /// <summary>Larger groups would make the table large; they are split two by two.</summary>
    public const int MostPeople = 64;

    private const double Overlooked = 0.05;
    private readonly List<(int Slot, int Seats, double Rise)> offers = [];
    private readonly List<(int Slot, int People)> chosen = [];
    private double[] least = [];

    /// <summary>The parts to be made, the last of them for the job itself; empty if the group had better stay whole.</summary>
    public List<(int Slot, int People)> Seek(Draft draft, Rng rng, int job, int spare, int parts, int leastPart, bool mayOpen)
    {
        chosen.Clear();
        Collect(draft, rng, job, spare, leastPart, mayOpen);
        var people = draft.Amount[job];
        var row = people + 1;
        var layer = (parts + 1) * row;
        if (least.Length < (offers.Count + 1) * layer) least = new double[2 * (offers.Count + 1) * layer];
        Fill(people, parts, row, layer);

        var (best, cost) = (0, double.PositiveInfinity);
        for (var m = 1; m <= parts; m++)
            if (least[offers.Count * layer + m * row + people] is var rise && rise < cost - 1e-9) (best, cost) = (m, rise);
        if (best < 2) return chosen;
        for (var (t, left) = (offers.Count, people); t > 0 && left > 0; t--)
        {
            var at = t * layer + best * row + left;
            if (least[at] == least[at - layer]) continue;
            chosen.Add((offers[t - 1].Slot, offers[t - 1].Seats));
            left = Math.Max(0, left - offers[t - 1].Seats);
            best--;
        }
        return Shrink(people, leastPart);
    }

    private void Collect(Draft draft, Rng rng, int job, int spare, int leastPart, bool mayOpen)
    {
        var people = draft.Amount[job];
        offers.Clear();
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var slot = draft.Used[u];
            var tour = draft.Tours[slot];
            if (!Sharing.Allows(draft, job, slot) || rng.Unit() < Overlooked) continue;
            Offer(draft, spare, slot, Math.Min(people, model.Coaches.Seats(tour.Type) - tour.Load), people, leastPart, false);
            if (model.Coaches.MostSeats > model.Coaches.Seats(tour.Type))
                Offer(draft, spare, slot, Math.Min(people, model.Coaches.MostSeats - tour.Load), people, leastPart, true);
        }
        if (mayOpen) offers.Add((-1, people, draft.Insertion.Delta(draft.Empty, spare, people, out _)));
    }

    private void Offer(Draft draft, int spare, int slot, int seats, int people, int leastPart, bool largest)
    {
        if (seats < people) seats = Math.Min(seats, people - leastPart);
        if (seats < leastPart) return;
        var rise = draft.PartOffers!.Ask(draft, spare, slot, seats, largest);
        if (!double.IsInfinity(rise)) offers.Add((slot, seats, rise));
    }

    // Entry (t, m, p): the least rise with which m of the first t offers seat p people, even if two of them are of one tour.
    private void Fill(int people, int parts, int row, int layer)
    {
        Array.Fill(least, double.PositiveInfinity, 0, layer);
        least[0] = 0;
        for (var t = 0; t < offers.Count; t++)
        {
            var (was, now, seats, rise) = (t * layer, (t + 1) * layer, offers[t].Seats, offers[t].Rise);
            for (var m = 0; m <= parts; m++)
                for (var p = 0; p <= people; p++)
                {
                    var value = least[was + m * row + p];
                    if (m > 0) value = Math.Min(value, least[was + (m - 1) * row + Math.Max(0, p - seats)] + rise);
                    least[now + m * row + p] = value;
                }
        }
    }

    /// <summary>Takes from the parts what is more than the group; the largest part comes last.</summary>
    private List<(int Slot, int People)> Shrink(int people, int leastPart)
    {
        var more = -people;
        foreach (var (_, seats) in chosen) more += seats;
        for (var i = 0; i < chosen.Count && more > 0; i++)
        {
            var less = Math.Min(more, chosen[i].People - leastPart);
            chosen[i] = (chosen[i].Slot, chosen[i].People - less);
            more -= less;
        }
        var last = 0;
        for (var i = 1; i < chosen.Count; i++)
            if (chosen[i].Slot < 0 || (chosen[last].Slot >= 0 && chosen[i].People > chosen[last].People)) last = i;
        if (more > 0 || chosen.Count < 2 || Twice()) chosen.Clear();
        else (chosen[last], chosen[^1]) = (chosen[^1], chosen[last]);
        return chosen;
    }

    /// <summary>True if two offers of one tour were chosen: each counts seats that the other takes, so the group stays whole.</summary>
    private bool Twice()
    {
        for (var i = 0; i < chosen.Count; i++)
            for (var k = 0; k < i; k++)
                if (chosen[i].Slot == chosen[k].Slot) return true;
        return false;
    }
}
