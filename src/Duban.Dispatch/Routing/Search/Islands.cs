namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Several searches side by side that meet a few times: whoever is behind goes on from the best plan of all (cooperative
/// multi-search: Crainic and Toulouse 2003). They meet at shares of the budget, so a run counted in iterations is the same every time.
/// </summary>
internal sealed class Islands(IReadOnlyList<Searcher> searchers, Objective objective)
{
    private const int Meetings = 16;
    private const double FleetShare = 0.4, RaceShare = 0.5;

    public Searcher Best => searchers.Aggregate((a, b) => Leads(b, a) ? b : a);

    public void Run(Plan? start, double priceOfChange)
    {
        Each(s => s.Build(start, priceOfChange));
        if (objective == Objective.Vehicles)
        {
            var pauses = searchers.Count == 1 ? 1 : 4;
            for (var meeting = 1; meeting <= pauses; meeting++)
            {
                Each(s => s.SaveCoaches(FleetShare * meeting / pauses));
                foreach (var behind in searchers)
                    if (behind.Best.Tours > Best.Best.Tours) behind.Adopt(Best);
            }
            Each(s => s.Race(RaceShare));
        }
        var meetings = searchers.Count == 1 ? 1 : Meetings;
        for (var meeting = 1; meeting <= meetings; meeting++)
        {
            Each(s => s.Anneal((double)meeting / meetings));
            var ranked = searchers.OrderBy(s => s.Best.Missing).ThenBy(s => objective == Objective.Vehicles ? s.Best.Tours : 0).ThenBy(s => s.Best.Cost).ToList();
            for (var i = (ranked.Count + 1) / 2; i < ranked.Count && meeting < meetings; i++) ranked[i].Adopt(ranked[0]);
        }
    }

    private bool Leads(Searcher a, Searcher b)
    {
        if (a.Best.Missing != b.Best.Missing) return a.Best.Missing < b.Best.Missing;
        if (objective == Objective.Vehicles && a.Best.Tours != b.Best.Tours) return a.Best.Tours < b.Best.Tours;
        return a.Best.Cost < b.Best.Cost;
    }

    private void Each(Action<Searcher> work)
    {
        if (searchers.Count == 1)
        {
            work(searchers[0]);
            return;
        }
        Task.WaitAll([.. searchers.Select(s => Task.Factory.StartNew(() => work(s), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);
    }
}
