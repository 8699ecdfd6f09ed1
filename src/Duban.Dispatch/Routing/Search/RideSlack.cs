namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Constant-time bounds for ride times and the arrival span: what each leg may still grow by before somebody aboard rides too
/// long. Without windows nobody ever waits, so the bounds are exact; with windows they are necessary.
/// </summary>
internal sealed class RideSlack(Model model)
{
    private readonly double span = model.Problem.Rules.ArrivalSpan;
    private double[] through = new double[32];
    private Tour tour = new();
    private int board, leg;
    private double grown, latest;

    /// <summary>Considers a boarding after position <paramref name="i"/>.</summary>
    public void Begin(Tour tour, int i, int board)
    {
        (this.tour, this.board, leg) = (tour, board, i);
        grown = Detour(i, board);
    }

    /// <summary>To be called before an alighting further along the tour is asked for.</summary>
    public void LookAlong()
    {
        if (through.Length < tour.Length + 2) through = new double[2 * tour.Length + 4];
        latest = model.Longest[model.JobOf(board)] - model.Service[board] - model.Duration(board, tour.Seq[leg + 1]) + tour.Clock[leg + 1];
        var (least, i) = (double.PositiveInfinity, leg);
        for (var k = tour.Length; k > i; k--)
        {
            if (tour.Mate[k] >= 0 && tour.Mate[k] <= i) least = Math.Min(least, tour.Slack[k]);
            through[k - 1] = least;
        }
        through[tour.Length] = double.PositiveInfinity;
    }

    /// <summary>True if the boarding alone already lengthens somebody's ride too much, whatever follows.</summary>
    public bool Hopeless => grown > tour.LegSlack[leg] + 1e-9;

    /// <summary>True if the alighting may come right after the boarding.</summary>
    public bool Allows(int alight)
    {
        var (a, b) = (tour.Seq[leg], tour.Seq[leg + 1]);
        var direct = model.Service[board] + model.Duration(board, alight);
        if (direct > model.Longest[model.JobOf(board)]) return false;
        var toAlight = model.Service[a] + model.Duration(a, board) + direct;
        var growth = toAlight + model.Service[alight] + model.Duration(alight, b) - tour.Clock[leg + 1] + tour.Clock[leg];
        return growth <= tour.LegSlack[leg] + 1e-9 && InSpan(leg, tour.Clock[leg] + toAlight, growth, growth);
    }

    /// <summary>True if the ride is too long already when the tour reaches position <paramref name="j"/>.</summary>
    public bool TooLong(int j) => tour.Clock[j] > latest;

    /// <summary>True if the alighting may come after position <paramref name="j"/>, behind the boarding's leg.</summary>
    public bool Allows(int j, int alight)
    {
        var (last, next) = (tour.Seq[j], tour.Seq[j + 1]);
        var (row, down) = (model.Row, model.Row[alight] * model.Span);
        var drive = model.Service[last] + model.SlowBack[down + row[last]];
        if (tour.Clock[j] + drive > latest) return false;
        var growth = drive + model.Service[alight] + model.Slow[down + row[next]] - (tour.Clock[j + 1] - tour.Clock[j]);
        return growth <= Through(j) && grown + growth <= through[j] + 1e-9
            && InSpan(j, tour.Clock[j] + grown + drive, grown, grown + growth);
    }

    private double Through(int j)
    {
        // Those aboard at j who boarded behind the new boarding feel only the second detour.
        return tour.LegSlack[j] + 1e-9;
    }

    private double Detour(int i, int node)
    {
        var (a, b) = (tour.Seq[i], tour.Seq[i + 1]);
        var (row, at) = (model.Row, model.Row[node] * model.Span);
        return model.Service[a] + model.SlowBack[at + row[a]] + model.Service[node] + model.Slow[at + row[b]] - (tour.Clock[i + 1] - tour.Clock[i]);
    }

    /// <summary>The first and last delivery once the stops between the two insertions come later by one growth and those behind by another.</summary>
    private bool InSpan(int j, double alightAt, double between, double behind)
    {
        if (double.IsPositiveInfinity(span) || tour.FirstDrop < 0) return true;
        var first = tour.Clock[tour.FirstDrop] + Shift(tour.FirstDrop, j, between, behind);
        var last = tour.Clock[tour.LastDrop] + Shift(tour.LastDrop, j, between, behind);
        return Math.Max(last, alightAt) - Math.Min(first, alightAt) <= span + 1e-9;
    }

    private double Shift(int k, int j, double between, double behind) => k > j ? behind : k > leg ? between : 0;
}
