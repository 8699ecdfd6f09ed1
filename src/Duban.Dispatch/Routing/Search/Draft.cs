namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// The plan under change. A step touches tours by putting a copy in their place, so that it can be taken back by putting the
/// originals there again, without recomputing anything and without allocating.
/// </summary>
internal sealed partial class Draft
{
    public readonly Model Model;
    public readonly Insertion Insertion;

    /// <summary>For visits without windows; null for all else.</summary>
    public readonly Detours? Detours;

    /// <summary>For groups that may be split; null for all else.</summary>
    public readonly PartOffers? PartOffers;
    public readonly Tour[] Tours;
    public readonly Tour Empty = new();
    public readonly int[] Used, Placed, Amount, Absent;

    /// <summary>The stamp of each slot's tour, beside one another so that many can be compared at once.</summary>
    public readonly int[] Stamps;

    /// <summary>The load of each slot's tour, more than any coach has seats where there is none.</summary>
    public readonly int[] Loads;

    /// <summary>The seats left in each slot's coach, fewer than none where there is no tour.</summary>
    public readonly int[] SpareSeats;
    public readonly int Slots;

    /// <summary>No slot from here on is used.</summary>
    public int Reach;
    public int UsedCount, AbsentCount;
    public double TourCost, AbsentPrice, Mandate, ChangeCost;

    private readonly Tour[] before, spare;
    private readonly int[] touched, usedAt, absentBefore, amountBefore, dropped;
    private readonly bool[] isTouched, isGone;
    private int touchedCount, droppedCount, spareCount, absentCountBefore, clock = 1;
    private double costBefore, priceBefore, changeBefore;
    private readonly int[] home;
    private double priceOfChange;
    private bool amountsMoved;
    private readonly RideCheck? rides;
    private readonly Rng rng;
    private Offers? offers;
    private const int NoTour = int.MaxValue / 2;
    private const double Modesty = 0.05;

    public Draft(Model model, Rng rng)
    {
        (Model, Insertion, this.rng, Mandate) = (model, Insertion.For(model), rng, model.Dearest);
        Slots = (int)Math.Min(model.Jobs, Math.Min(model.Coaches.Limit, 60L + 4L * model.Jobs / 3));
        if (model.Scan is not null && !model.Coaches.SomeOpen) Detours = new Detours(model, Slots);
        if (model.Split) PartOffers = new PartOffers(model, Slots);
        (Stamps, Loads, SpareSeats) = (new int[Lanes.Padded(Slots)], new int[Lanes.Padded(Slots)], new int[Lanes.Padded(Slots)]);
        Array.Fill(Loads, NoTour);
        Array.Fill(SpareSeats, -NoTour);
        (Tours, before, spare) = (new Tour[Slots], new Tour[Slots], new Tour[2 * Slots + 8]);
        (Used, usedAt, touched, dropped) = (new int[Slots], new int[Slots], new int[Slots], new int[model.Jobs]);
        (isTouched, isGone) = (new bool[Slots], new bool[model.Nodes]);
        (Placed, Amount, Absent) = (new int[model.Jobs], new int[model.Jobs], new int[model.Jobs]);
        (absentBefore, amountBefore, home) = (new int[model.Jobs], new int[model.Jobs], new int[model.Jobs]);
        Array.Fill(home, -1);
        if (model.Rich && (model.Timed || model.Problem.Rules.Driver is not null)) rides = new RideCheck(model);
        for (var s = 0; s < Slots; s++)
        {
            (Tours[s] = new Tour()).Clear(model);
            Stamp(s);
        }
        Empty.Clear(model);
        Empty.Refresh(model, Amount);
        Reset();
    }

    /// <summary>What tours offer to jobs, where <see cref="Detours"/> do not serve.</summary>
    public Offers Offers => offers ??= new Offers(Model.Jobs, Slots, Model.Coaches.Limited);

    public double Cost => TourCost + AbsentPrice + ChangeCost;

    /// <summary>The jobs left out although they must be served.</summary>
    public int Missing
    {
        get
        {
            var missing = 0;
            for (var i = 0; i < AbsentCount; i++) missing += Model.Mandatory[Absent[i]] ? 1 : 0;
            return missing;
        }
    }

    /// <summary>Every job whole and left out, every coach at home.</summary>
    public void Reset()
    {
        Model.Coaches.ReturnAll();
        for (var u = 0; u < UsedCount; u++)
        {
            Tours[Used[u]].Clear(Model);
            Stamp(Used[u]);
        }
        Reach = 0;
        (UsedCount, AbsentCount, TourCost, AbsentPrice, ChangeCost, touchedCount) = (0, 0, 0, 0, 0, 0);
        for (var j = 0; j < Model.Jobs; j++)
        {
            Placed[j] = -1;
            Amount[j] = j < Model.Requests ? Model.Load[j] : 0;
            if (j < Model.Requests) Leave(j);
        }
        ForgetOffers();
    }

    /// <summary>Takes over a whole plan; jobs that are in no tour are left out.</summary>
    public void Load(IEnumerable<(int Slot, int Coach, ArraySegment<int> Stops)> tours, int[] amount)
    {
        Reset();
        Array.Copy(amount, Amount, amount.Length);
        (AbsentCount, TourCost, AbsentPrice) = (0, 0, 0);
        foreach (var (slot, coach, stops) in tours)
        {
            var tour = Touch(slot);
            for (var k = 0; k < stops.Count; k++)
            {
                tour.Insert(Model, k, stops[k]);
                if (Model.Brief) tour.Load += Amount[Model.JobOf(stops[k])];
                if (Placed[Model.JobOf(stops[k])] < 0) ChangeCost += PriceOfMove(Model.JobOf(stops[k]), slot);
                Placed[Model.JobOf(stops[k])] = slot;
            }
            Reprice(slot, tour, 1 << coach);
            if (!tour.IsLate) continue;
            Disband(tour, slot);
            Reprice(slot, tour);
        }
        for (var j = 0; j < Model.Jobs; j++)
            if (Placed[j] < 0 && Amount[j] > 0) Leave(j);
        Commit();
    }

    public void Begin()
    {
        (costBefore, priceBefore, changeBefore) = (TourCost, AbsentPrice, ChangeCost);
        absentCountBefore = AbsentCount;
        Array.Copy(Absent, absentBefore, AbsentCount);
        amountsMoved = false;
    }

    public void Commit()
    {
        for (var i = 0; i < touchedCount; i++)
        {
            var s = touched[i];
            isTouched[s] = false;

            // A tour that was only put together again keeps its stamp, and with it all that is known of it.
            var (mine, old) = (Tours[s], before[s]);
            if (!amountsMoved && mine.IsSame(old)) (Tours[s], Stamps[s], old) = (old, old.Stamp, mine);
            spare[spareCount++] = old;
        }
        touchedCount = 0;
        if (clock > int.MaxValue - 4 * Slots - 8) Restamp();
    }

    public void Rollback()
    {
        // Where nobody was left out before, whoever stands in a tour now stood in one of those that are put there again.
        var onlyMoved = absentCountBefore == 0 && !Model.Split;
        for (var i = 0; i < touchedCount; i++)
        {
            var s = touched[i];
            if (Tours[s].Type >= 0) Model.Coaches.Return(Tours[s].Type);
            for (var k = 1; k <= Tours[s].Length && !onlyMoved; k++) Placed[Model.JobOf(Tours[s].Seq[k])] = -1;
        }
        for (var i = 0; i < touchedCount; i++)
        {
            var s = touched[i];
            var old = before[s];
            if (old.Type >= 0) Model.Coaches.Take(old.Type);
            if (old.Length > 0 != Tours[s].Length > 0) Enlist(s, old.Length > 0);
            spare[spareCount++] = Tours[s];
            (Tours[s], Stamps[s]) = (old, old.Stamp);
            Count(s, old);
            isTouched[s] = false;
            for (var k = 1; k <= old.Length; k++) Placed[Model.JobOf(old.Seq[k])] = s;
        }
        touchedCount = 0;
        AbsentCount = absentCountBefore;
        Array.Copy(absentBefore, Absent, AbsentCount);
        if (amountsMoved)
            for (var j = 0; j < Model.Jobs; j++)
                if (Amount[j] != amountBefore[j])
                {
                    Amount[j] = amountBefore[j];
                    offers?.Forget(j);
                }
        (TourCost, AbsentPrice, ChangeCost) = (costBefore, priceBefore, changeBefore);
    }

    /// <summary>Marks a node's job for <see cref="Remove"/>.</summary>
    public void Drop(int node)
    {
        if (isGone[node]) return;
        var job = Model.JobOf(node);
        Mark(job, true);
        dropped[droppedCount++] = job;
    }

    public bool IsDropped(int node) => isGone[node];

    public int DroppedCount => droppedCount;

    public int Dropped(int i) => dropped[i];

    /// <summary>Takes all marked jobs out of their tours; they become absent, and with them all of a tour that breaks a rule without them. Returns how many.</summary>
    public int Remove()
    {
        for (var i = 0; i < droppedCount; i++)
        {
            var s = Placed[dropped[i]];
            if (s < 0) continue;
            var tour = Touch(s);
            if (Model.Brief) StrikeBrief(tour, s, i);
            else StrikeOut(tour, s);
            if (rides is not null && tour.Length > 0 && !rides.Holds(tour)) Scrap(tour, s);
            Reprice(s, tour);
            if (!tour.IsLate) continue;
            Scrap(tour, s);
            Reprice(s, tour);
        }
        for (var i = 0; i < droppedCount; i++)
        {
            Mark(dropped[i], false);
            Leave(dropped[i]);
        }
        var removed = droppedCount;
        droppedCount = 0;
        return removed;
    }

    /// <summary>Takes a job out of its tour, to be put into another in the same step; false where others had to leave with it.</summary>
    public bool Take(int job)
    {
        Drop(Model.First(job));
        if (Remove() > 1) return false;
        TakeNewestAbsent();
        return true;
    }

    private void Mark(int job, bool gone) => isGone[Model.First(job)] = isGone[Model.Last(job)] = gone;

    /// <summary>The jobs of one tour stand in a row in the list; if more of them stand elsewhere in it, the tour is struck once more.</summary>
    private void StrikeBrief(Tour tour, int slot, int first)
    {
        var count = 0;
        for (var i = first; i < droppedCount && Placed[dropped[i]] == slot; i++, count++)
        {
            var job = dropped[i];
            ChangeCost -= PriceOfMove(job, slot);
            Placed[job] = -1;
            tour.Load -= Amount[job];
        }
        tour.StrikeBrief(Model.Scan!, isGone, count);
    }

    private void StrikeOut(Tour tour, int slot)
    {
        for (var k = 1; k <= tour.Length; k++)
        {
            var job = Model.JobOf(tour.Seq[k]);
            if (!isGone[tour.Seq[k]] || Placed[job] < 0) continue;
            ChangeCost -= PriceOfMove(job, slot);
            Placed[job] = -1;
        }
        tour.StrikeOut(Model, isGone);
    }

    /// <summary>With windows a shorter tour can be worse: it would wait with people aboard, or come late. Then all of it is taken apart.</summary>
    private void Scrap(Tour tour, int slot)
    {
        for (var k = 1; k <= tour.Length; k++) Drop(tour.Seq[k]);
        Disband(tour, slot);
    }

    private void Disband(Tour tour, int slot)
    {
        for (var k = 1; k <= tour.Length; k++)
        {
            var job = Model.JobOf(tour.Seq[k]);
            if (Placed[job] >= 0) ChangeCost -= PriceOfMove(job, slot);
            Placed[job] = -1;
        }
        tour.Length = 0;
        tour.Close(Model);
    }

    public void Insert(int slot, int job, int at)
    {
        var tour = Touch(slot);
        Insertion.Apply(tour, job, at);
        if (Model.Brief) tour.Load += Amount[job];
        Placed[job] = slot;
        ChangeCost += PriceOfMove(job, slot);
        Reprice(slot, tour);
    }

    /// <summary>Strikes the job that was left out last off the list, to be put into a tour in the same step.</summary>
    public int TakeNewestAbsent()
    {
        var job = Absent[--AbsentCount];
        AbsentPrice -= PriceOf(job);
        return job;
    }

    /// <summary>Empties the list of those left out, to be filled again.</summary>
    public void TakeAllAbsent() => (AbsentCount, AbsentPrice) = (0, 0);

    /// <summary>Adds a job to those left out.</summary>
    public void Leave(int job)
    {
        Absent[AbsentCount++] = job;
        AbsentPrice += PriceOf(job);
    }

    /// <summary>What leaving a job out weighs: its price, or for one that must be served the weight of the moment.</summary>
    public double PriceOf(int job)
    {
        var whole = Model.Mandatory[job] ? Mandate : Model.Price[job];
        return Model.Load[job] == 0 ? whole : whole * Amount[job] / Model.Load[job];
    }

    /// <summary>Changes what leaving out weighs for jobs that must be served.</summary>
    public void Weigh(double mandate)
    {
        (Mandate, AbsentPrice) = (mandate, 0);
        for (var i = 0; i < AbsentCount; i++) AbsentPrice += PriceOf(Absent[i]);
    }

    /// <summary>Changes how many people a part of a group has; the part must not be placed.</summary>
    public void Resize(int job, int people)
    {
        if (!amountsMoved) Array.Copy(Amount, amountBefore, Amount.Length);
        amountsMoved = true;
        Amount[job] = people;
        offers?.Forget(job);
    }

    /// <summary>Remembers which coach each job rode in yesterday; moving it has its price from now on.</summary>
    public void SettleAtHome(double price)
    {
        priceOfChange = price;
        Placed.CopyTo(home, 0);
        ChangeCost = 0;
    }

    /// <summary>True if moving a job to another coach than yesterday's has a price.</summary>
    public bool ChangesArePriced => priceOfChange > 0;

    public double PriceOfMove(int job, int slot) => home[job] >= 0 && home[job] != slot ? priceOfChange : 0;

    /// <summary>An unused slot, the job's own of yesterday if it is free, or -1.</summary>
    public int Spare(int job)
    {
        if (home[job] >= 0 && Tours[home[job]].Length == 0) return home[job];
        for (var s = 0; s < Slots; s++)
            if (Tours[s].Length == 0) return s;
        return -1;
    }

    public int TouchedCount => touchedCount;

    public int Touched(int i) => touched[i];

    /// <summary>Gives a tour another coach that is free.</summary>
    public void ChangeCoach(int slot, int type)
    {
        var tour = Touch(slot);
        Model.Coaches.Return(tour.Type);
        Model.Coaches.Take(type);
        Renew(slot, tour, type);
    }

    /// <summary>Gives two tours each other's coaches.</summary>
    public void ChangeCoach(int slot, int type, int other, int otherType)
    {
        Renew(slot, Touch(slot), type);
        Renew(other, Touch(other), otherType);
    }

    private void Renew(int slot, Tour tour, int type)
    {
        TourCost -= tour.Cost;
        tour.Type = type;
        tour.Cost = Model.Coaches.Price(type, tour);
        TourCost += tour.Cost;
        tour.Refresh(Model, Amount);
        Stamp(slot);
    }

    private Tour Touch(int s)
    {
        if (isTouched[s]) return Tours[s];
        isTouched[s] = true;
        touched[touchedCount++] = s;
        before[s] = Tours[s];
        var copy = spareCount > 0 ? spare[--spareCount] : new Tour();
        copy.CopyOrder(Model, Tours[s]);
        return Tours[s] = copy;
    }

    private void Reprice(int s, Tour tour, int allowed = -1)
    {
        var coaches = Model.Coaches;
        TourCost -= tour.Cost;
        tour.Refresh(Model, Amount);
        var was = tour.Type;
        if (was >= 0) coaches.Return(was);
        if (tour.Length > 0)
        {
            var free = coaches.Free & allowed;
            tour.Cost = coaches.Cheapest(tour.Load, tour.Distance, tour.Homeward, free, out tour.Type);

            // A scarce size is now and then left for another tour.
            if (coaches.Limited && allowed == -1 && rng.Unit() < Modesty)
            {
                var second = coaches.Cheapest(tour.Load, tour.Distance, tour.Homeward, free & ~(1 << tour.Type), out var type);
                if (type >= 0) (tour.Cost, tour.Type) = (second, type);
            }
            coaches.Take(tour.Type);
        }
        else (tour.Cost, tour.Type) = (0, -1);
        TourCost += tour.Cost;
        Stamp(s);
        if (was >= 0 != tour.Length > 0) Enlist(s, tour.Length > 0);
    }

    private void Enlist(int s, bool uses)
    {
        if (uses)
        {
            usedAt[s] = UsedCount;
            Used[UsedCount++] = s;
            Reach = Math.Max(Reach, s + 1);
            return;
        }
        while (Reach > 0 && Tours[Reach - 1].Length == 0) Reach--;
        var last = Used[--UsedCount];
        (Used[usedAt[s]], usedAt[last]) = (last, usedAt[s]);
    }

    private void Restamp()
    {
        clock = 1;
        ForgetOffers();
        for (var s = 0; s < Slots; s++) Stamp(s);
    }

    private void ForgetOffers()
    {
        offers?.ForgetAll();
        Detours?.ForgetAll();
        PartOffers?.ForgetAll();
    }

    private void Stamp(int s)
    {
        Stamps[s] = Tours[s].Stamp = ++clock;
        Count(s, Tours[s]);
    }

    private void Count(int s, Tour tour) =>
        (Loads[s], SpareSeats[s]) = tour.Length > 0 ? (tour.Load, Model.Coaches.Seats(tour.Type) - tour.Load) : (NoTour, -NoTour);
}
