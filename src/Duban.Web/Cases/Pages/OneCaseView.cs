namespace Duban.Web.Cases.Pages;

/// <summary>The case page.</summary>
/// <param name="One">The case.</param>
/// <param name="All">True shows the whole timeline, not only its newest part.</param>
public sealed record OneCaseView(OneCase One, bool All)
{
    /// <summary>So many events are shown at first.</summary>
    public const int Newest = 20;
}
