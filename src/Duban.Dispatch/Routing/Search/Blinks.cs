namespace Duban.Dispatch.Routing.Search;

/// <summary>
/// Chances of one in so many, drawn once for a whole run of misses instead of once each
/// (Christiaens and Vanden Berghe, Transportation Science 2020, §4.2, have the blinks; the gap between two is geometric).
/// </summary>
internal sealed class Blinks
{
    private readonly Rng rng;
    private readonly double scale;
    private long left;

    public Blinks(Rng rng, double rate)
    {
        (this.rng, scale) = (rng, 1 / Math.Log(1 - rate));
        Draw();
    }

    /// <summary>True where something is to be overlooked.</summary>
    public bool Next()
    {
        if (--left >= 0) return false;
        Draw();
        return true;
    }

    private void Draw() => left = (long)(Math.Log(1 - rng.Unit()) * scale);
}
