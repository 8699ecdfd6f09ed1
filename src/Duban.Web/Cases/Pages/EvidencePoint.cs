using Duban.Domain.Cases;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.Pages;

/// <summary>One point with its newest picture from before and from after.</summary>
/// <param name="Name">The point.</param>
/// <param name="Before">Before, or null.</param>
/// <param name="After">After, or null.</param>
/// <param name="Metres">Distance between the two cameras, when both pictures say where they were taken.</param>
public sealed record EvidencePoint(string Name, Picture? Before, Picture? After, int? Metres)
{
    /// <summary>All points of these files in the order in which they were first shown.</summary>
    public static IReadOnlyList<EvidencePoint> Of(OneCase one, IEnumerable<Evidence> files, Words w) =>
    [
        .. files.Where(e => e.Kind != EvidenceKind.Document).GroupBy(e => e.Point).Select(point =>
        {
            var (before, after) = (point.LastOrDefault(e => e.Kind == EvidenceKind.Before), point.LastOrDefault(e => e.Kind == EvidenceKind.After));
            return new EvidencePoint(point.Key, Picture(one, before, w), Picture(one, after, w), Between(before, after));
        }),
    ];

    private static Picture? Picture(OneCase one, Evidence? e, Words w)
    {
        if (e is null) return null;
        var filed = one.Filed.GetValueOrDefault(e.Sha256);
        return new Picture(one.FilePath(e.Sha256, thumb: true), e.Point, e.TakenOn ?? filed?.On ?? one.Case.Since)
        {
            Text = e.Name,
            By = filed is null ? null : one.By(filed.By, w),
            Print = $"{e.Sha256[..4]}…{e.Sha256[^2..]}",
        };
    }

    // Great-circle distance on a sphere of 6,371 km: exact enough to see that two pictures are not of one place.
    private static int? Between(Evidence? a, Evidence? b)
    {
        if (a is not { Latitude: { } lat1, Longitude: { } lon1 } || b is not { Latitude: { } lat2, Longitude: { } lon2 }) return null;
        var (p, q) = (Radians(lat1), Radians(lat2));
        var h = Math.Pow(Math.Sin((q - p) / 2), 2) + Math.Cos(p) * Math.Cos(q) * Math.Pow(Math.Sin(Radians(lon2 - lon1) / 2), 2);
        return (int)Math.Round(2 * 6_371_000 * Math.Asin(Math.Min(1, Math.Sqrt(h))));
    }

    private static double Radians(decimal degrees) => (double)degrees * Math.PI / 180;
}
