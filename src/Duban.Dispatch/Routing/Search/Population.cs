namespace Duban.Dispatch.Routing.Search;

/// <summary>Plans that differ from one another, each the best that a search of its own has found.</summary>
internal sealed class Population(Model model)
{
    private const double Alike = 1e-6;
    private readonly List<Snapshot> members = [];

    public int Count => members.Count;

    /// <summary>What the cheapest member costs.</summary>
    public double Least => members.Count == 0 ? double.PositiveInfinity : members.Min(m => m.Cost);

    /// <summary>True if a member costs the same, which is taken for the same plan.</summary>
    public bool Knows(double cost) => members.Exists(m => Math.Abs(m.Cost - cost) < Alike);

    /// <summary>A copy joins, unless somebody is left out in it or it is known.</summary>
    public void Join(Snapshot plan)
    {
        if (plan.Missing > 0 || Knows(plan.Cost)) return;
        var member = new Snapshot(model);
        member.Take(plan);
        members.Add(member);
    }

    /// <summary>True if a child is better than its first parent and takes its place.</summary>
    public bool Succeeds(Snapshot child, Snapshot parent)
    {
        if (child.Missing > 0 || child.Cost >= parent.Cost - Alike || Knows(child.Cost)) return false;
        parent.Take(child);
        return true;
    }

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
}
