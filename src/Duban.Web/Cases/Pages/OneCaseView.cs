namespace Duban.Web.Cases.Pages;

/// <summary>The case page.</summary>
/// <param name="One">The case.</param>
/// <param name="All">True shows the whole timeline, not only its newest part.</param>
public sealed record OneCaseView(OneCase One, bool All)
{
    /// <summary>What its reporter wrote, when it began with somebody without an account; else null.</summary>
    public ReporterSaid? Reporter { get; init; }

    /// <summary>So many events are shown at first.</summary>
    public const int Newest = 20;
}
