namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// How hot a search is: it falls from a heat to a coldness between two shares of the budget, each time by the same part (simulated
/// annealing: Kirkpatrick, Gelatt and Vecchi, Science 1983). Heat is counted in what a stop costs in the first plan.
/// </summary>
internal sealed class Cooling(double coldness)
{
    private double begun = double.NaN, heat;

    /// <summary>What a stop costs in the first plan; never 0.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>The share of the budget at which it is coldest.</summary>
    public double Ends { get; private set; } = 1;

    public bool HasBegun => !double.IsNaN(begun);

    public void Begin(double used, double ends, double hot) => (begun, Ends, heat) = (used, ends, hot);

    public double At(double used) => Scale * heat * Math.Pow(coldness / heat, Math.Clamp((used - begun) / Math.Max(1e-9, Ends - begun), 0, 1));
}
