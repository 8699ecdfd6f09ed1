namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Adjacent string removal: takes strings of stops out of tours near a random stop, so that slack arises in time and space where
/// it can be used (Christiaens and Vanden Berghe, Slack Induction by String Removals, Transportation Science 2020, §4.1).
/// </summary>
internal sealed class StringRemoval(Model model, Neighbours neighbours, Splitting? splitting)
{
    private const int LongestString = 10, Removed = 10;
    private const double SplitShare = 0.5, SplitGrowth = 0.01;
    private readonly bool[] visited = new bool[model.Jobs + 1];
    private readonly int[] visitedList = new int[model.Jobs + 1];

    /// <summary>Takes about ten jobs out of their tours.</summary>
    public void Apply(Draft draft, Rng rng)
    {
        Mark(draft, rng);
        splitting?.MarkSiblings(draft, rng);
        draft.Remove();
    }

    private void Mark(Draft draft, Rng rng)
    {
        var seed = 1 + rng.Below(model.Nodes - 2);
        var stops = model.Paired ? 2 * (model.Jobs - draft.AbsentCount) : model.Jobs - draft.AbsentCount;
        var longest = Math.Min(LongestString, Math.Max(1.0, (double)stops / Math.Max(1, draft.UsedCount)));
        var strings = (int)(1 + rng.Unit() * (4 * Removed / (1 + longest) - 1));
        var count = 0;
        foreach (var node in neighbours.Of(seed))
        {
            if (count >= strings) break;
            var slot = draft.Placed[model.JobOf(node)];
            if (slot < 0 || visited[slot] || draft.IsDropped(node)) continue;
            visited[slot] = true;
            visitedList[count++] = slot;
            var tour = draft.Tours[slot];
            var length = (int)(1 + rng.Unit() * Math.Min(tour.Length, longest));
            length = Math.Min(length, tour.Length);
            var at = tour.Find(node);
            if (length > 1 && length < tour.Length && rng.Unit() < SplitShare) Split(draft, tour, at, length, rng);
            else String(draft, tour, at, length, 0, 0, rng);
        }
        for (var i = 0; i < count; i++) visited[visitedList[i]] = false;
    }

    private static void Split(Draft draft, Tour tour, int at, int length, Rng rng)
    {
        var kept = 1;
        while (length + kept < tour.Length && rng.Unit() < SplitGrowth) kept++;
        if (length + kept > tour.Length) kept = tour.Length - length;
        String(draft, tour, at, length + kept, kept, 1 + rng.Below(length), rng);
    }

    /// <summary>Removes a string around a position, keeping <paramref name="kept"/> stops in it from an offset on.</summary>
    private static void String(Draft draft, Tour tour, int at, int length, int kept, int offset, Rng rng)
    {
        var lowest = Math.Max(1, at - length + 1);
        var highest = Math.Min(at, tour.Length - length + 1);
        var from = lowest + rng.Below(highest - lowest + 1);
        for (var k = 0; k < length; k++)
            if (k < offset || k >= offset + kept) draft.Drop(tour.Seq[from + k]);
    }
}
