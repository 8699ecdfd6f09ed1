namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Where sizes of coach are scarce: a tour takes a coach that has become free, or two tours change coaches
/// (the fleet move of Penna, Subramanian and Ochi, Journal of Heuristics 2013).
/// </summary>
internal static class CoachExchange
{
    /// <summary>Makes the best exchange for each tour touched in this step, until none pays.</summary>
    public static void Apply(Draft draft)
    {
        for (var i = 0; i < draft.TouchedCount; i++)
        {
            var a = draft.Touched(i);
            if (draft.Tours[a].Length == 0) continue;
            var (best, with) = (-1e-9, -1);
            for (var u = 0; u < draft.UsedCount; u++)
            {
                var delta = Delta(draft, a, draft.Used[u]);
                if (delta < best) (best, with) = (delta, draft.Used[u]);
            }
            if (with < 0) continue;
            var (mine, theirs) = (draft.Tours[a].Type, draft.Tours[with].Type);
            draft.ChangeCoach(a, theirs, with, mine);
        }
        for (var u = 0; u < draft.UsedCount; u++)
        {
            var slot = draft.Used[u];
            var tour = draft.Tours[slot];
            var cost = draft.Model.Coaches.Cheapest(tour.Load, tour.Distance, tour.Homeward, draft.Model.Coaches.Free, out var type);
            if (cost < tour.Cost - 1e-9) draft.ChangeCoach(slot, type);
        }
    }

    private static double Delta(Draft draft, int a, int b)
    {
        var (first, second, coaches) = (draft.Tours[a], draft.Tours[b], draft.Model.Coaches);
        if (first.Type == second.Type) return 0;
        return coaches.Price(second.Type, first) + coaches.Price(first.Type, second) - first.Cost - second.Cost;
    }
}
