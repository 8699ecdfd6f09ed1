namespace Duban.Dispatch.Routing.Search;

/// <summary>Where a job fits best into a tour: a pure question, asked of one tour at a time.</summary>
internal abstract class Insertion(Model model)
{
    protected readonly Model Model = model;

    /// <summary>The rise in the tour's cost at its best place, infinite if there is none.</summary>
    public abstract double Delta(Tour tour, int job, int people, out int at);

    /// <summary>The same with places of a pair overlooked by chance (Christiaens and Vanden Berghe, Transportation Science 2020, §4.2).</summary>
    public virtual double Blink(Tour tour, int job, int people, Rng rng, out int at) => Delta(tour, job, people, out at);

    /// <summary>Puts the job where <see cref="Delta"/> found its place; the tour is to be refreshed afterwards.</summary>
    public abstract void Apply(Tour tour, int job, int at);

    public static Insertion For(Model model) => model.Paired ? new PairInsertion(model) : new VisitInsertion(model);

    /// <summary>The price of the tour after a detour, less its price now.</summary>
    public double Rise(Tour tour, int load, double detour, double homeward)
    {
        var coaches = Model.Coaches;
        if (coaches.Types == 1 && tour.Length > 0) return coaches.LeastPerDistance * detour;
        var allowed = tour.Length > 0 ? coaches.Free | 1 << tour.Type : coaches.Free;
        return coaches.Cheapest(load, tour.Distance + detour, homeward, allowed, out _) - tour.Cost;
    }
}
