namespace Duban.Domain.Cases;

/// <summary>Where it is, in words and, when known, as a point.</summary>
/// <param name="Text">Village, site or firm as people say it.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="Latitude">Degrees north, or null.</param>
/// <param name="Datum"><c>WGS-84</c>, <c>GCJ-02</c> or <c>BD-09</c>; null without a point.</param>
public sealed record Place(string Text, decimal? Longitude = null, decimal? Latitude = null, string? Datum = null);
