namespace Duban.Dispatch.Routing.Search;

/// <summary>Plans that differ from one another, each the best that a search of its own has found.</summary>
internal sealed class Population(Model model)
{
    /// <summary>Plans whose costs differ by no more than this share are taken for one plan but for trifles.</summary>
    private const double Alike = 1e-5;
    private readonly List<Snapshot> members = [];

    public int Count => members.Count;

    /// <summary>What the cheapest member costs.</summary>
    public double Least => members.Count == 0 ? double.PositiveInfinity : members.Min(m => m.Cost);

    /// <summary>True if a member costs the same.</summary>
    public bool Knows(double cost) => members.Exists(m => Math.Abs(m.Cost - cost) < 1e-6);

    /// <summary>A copy joins, unless somebody is left out in it; where a member is like it, the better of the two stays.</summary>
    public void Join(Snapshot plan)
    {
        if (plan.Missing > 0) return;
        if (LikeOf(plan, null) is { } like)
        {
            if (plan.Cost < like.Cost) like.Take(plan);
            return;
        }
        var member = new Snapshot(model);
        member.Take(plan);
        members.Add(member);
    }

    /// <summary>A better child takes its first parent's place, or that of another member like it, so that the members stay unlike; false if it takes none.</summary>
    public bool Succeeds(Snapshot child, Snapshot parent)
    {
        if (child.Missing > 0) return false;
        var place = LikeOf(child, parent) ?? parent;
        if (child.Cost >= place.Cost - 1e-6) return false;
        place.Take(child);
        return true;
    }

    /// <summary>A member drawn by chance.</summary>
    public Snapshot Any(Rng rng) => members[rng.Below(members.Count)];

    /// <summary>Two members drawn by chance.</summary>
    public (Snapshot First, Snapshot Second) Pair(Rng rng)
    {
        var (first, second) = (rng.Below(members.Count), rng.Below(members.Count - 1));
        return (members[first], members[second < first ? second : second + 1]);
    }

    public void Clear() => members.Clear();

    /// <summary>All go but the cheapest.</summary>
    public void KeepBest()
    {
        if (members.MinBy(m => m.Cost) is not { } best) return;
        members.Clear();
        members.Add(best);
    }

    private Snapshot? LikeOf(Snapshot plan, Snapshot? butFor) => members.Find(m => m != butFor && Math.Abs(m.Cost - plan.Cost) < Alike * m.Cost);
}
