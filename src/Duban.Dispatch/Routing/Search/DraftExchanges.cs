namespace Duban.Dispatch.Routing.Search;

/// <summary>What two tours of a plan under change may change with each other: ends, stretches, coaches.</summary>
internal sealed partial class Draft
{
    /// <summary>Two tours change what follows behind positions a and b; turned, the first goes on with the head of the second, backwards.</summary>
    public void ExchangeTails(int first, int a, int second, int b, bool turned)
    {
        ExchangeEnds(first, a, second, b, turned);
        Reprice(first, Tours[first]);
        Reprice(second, Tours[second]);
    }

    /// <summary>The same, with the coaches that drive the two afterwards; -1 for a tour that is empty then.</summary>
    public void ExchangeTails(int first, int a, int second, int b, bool turned, int type, int otherType)
    {
        ExchangeEnds(first, a, second, b, turned);
        Recoach(first, type, second, otherType);
    }

    private void ExchangeEnds(int first, int a, int second, int b, bool turned)
    {
        var (one, two) = (Touch(first), Touch(second));
        var (mine, theirs) = (before[first], before[second]);
        (one.Length, two.Length) = (a, 0);
        if (turned)
        {
            one.AppendTurned(theirs, b, 1);
            two.AppendTurned(mine, mine.Length, a + 1);
            two.Append(theirs, b + 1, theirs.Length);
        }
        else
        {
            one.Append(theirs, b + 1, theirs.Length);
            two.Append(theirs, 1, b);
            two.Append(mine, a + 1, mine.Length);
        }
        Settle(first, one);
        Settle(second, two);
    }

    private void Recoach(int slot, int type, int other, int otherType)
    {
        GiveBack(slot);
        GiveBack(other);
        Assign(slot, type);
        Assign(other, otherType);
    }

    private void GiveBack(int slot)
    {
        TourCost -= Tours[slot].Cost;
        Model.Coaches.Return(Tours[slot].Type);
    }

    private void Assign(int slot, int type)
    {
        var tour = Tours[slot];
        (tour.Type, tour.Cost) = (type, type < 0 ? 0 : Model.Coaches.Price(type, tour));
        TourCost += tour.Cost;
        tour.Refresh(Model, Amount);
        Stamp(slot);
        if (type < 0) Enlist(slot, false);
        else Model.Coaches.Take(type);
    }

    /// <summary>Two tours change so many stops behind position a of the first and behind position b of the second.</summary>
    public void ExchangeStretches(int first, int a, int length, int second, int b, int lengthOther)
    {
        ExchangeMiddles(first, a, length, second, b, lengthOther);
        Reprice(first, Tours[first]);
        Reprice(second, Tours[second]);
    }

    /// <summary>The same, with the coaches that drive the two afterwards; -1 for a tour that is empty then.</summary>
    public void ExchangeStretches(int first, int a, int length, int second, int b, int lengthOther, int type, int otherType)
    {
        ExchangeMiddles(first, a, length, second, b, lengthOther);
        Recoach(first, type, second, otherType);
    }

    private void ExchangeMiddles(int first, int a, int length, int second, int b, int lengthOther)
    {
        var (one, two) = (Touch(first), Touch(second));
        var (mine, theirs) = (before[first], before[second]);
        (one.Length, two.Length) = (a, b);
        one.Append(theirs, b + 1, b + lengthOther);
        one.Append(mine, a + length + 1, mine.Length);
        two.Append(mine, a + 1, a + length);
        two.Append(theirs, b + lengthOther + 1, theirs.Length);
        Settle(first, one);
        Settle(second, two);
    }

    private void Settle(int slot, Tour tour)
    {
        tour.Close(Model);
        for (var k = 1; k <= tour.Length; k++)
        {
            var job = Model.JobOf(tour.Seq[k]);
            if (Model.Brief) tour.Load += Amount[job];
            ChangeCost += PriceOfMove(job, slot) - PriceOfMove(job, Placed[job]);
            Placed[job] = slot;
        }
    }
}
