namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Several searches side by side that meet a few times: whoever is behind goes on from the best plan of all (cooperative
/// multi-search: Crainic and Toulouse 2003). They meet at shares of the budget, so a run counted in iterations is the same every time.
/// </summary>
internal sealed class Islands(IReadOnlyList<Searcher> searchers, Objective objective)
{
    private const int Meetings = 16;
    private const double FleetShare = 0.4, AnewShare = 0.5;

    public Searcher Best => Ranked.First();

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
            Each(s => s.Breed());
        }
        else if (start is null) Each(s => s.BeginAnew(AnewShare));
        var meetings = searchers.Count == 1 ? 1 : Meetings;
        for (var meeting = 1; meeting <= meetings; meeting++)
        {
            Each(s => s.Anneal((double)meeting / meetings));
            var ranked = Ranked.ToList();
            for (var i = (ranked.Count + 1) / 2; i < ranked.Count && meeting < meetings; i++) ranked[i].Adopt(ranked[0]);
        }
    }

    private IEnumerable<Searcher> Ranked =>
        searchers.OrderBy(s => s.Best.Missing).ThenBy(s => objective == Objective.Vehicles ? s.Best.Tours : 0).ThenBy(s => s.Best.Cost);

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
