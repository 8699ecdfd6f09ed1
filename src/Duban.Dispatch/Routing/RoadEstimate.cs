namespace Duban.Dispatch.Routing;

/// <summary>Road distances without a road network: great circle × 1.32, the mean detour of 25 Chinese cities (Annals of GIS 2021, doi 10.1080/19475683.2021.1966503).</summary>
public static class RoadEstimate
{
    /// <summary>The mean detour of a road over the great circle.</summary>
    public const double Detour = 1.32;

    private const double EarthRadius = 6_371_008.8;

    /// <summary>The estimated road distance in metres between two points in degrees of latitude and longitude.</summary>
    public static double Metres(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var (a, b) = (double.DegreesToRadians(latitudeA), double.DegreesToRadians(latitudeB));
        var (dLat, dLon) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(longitudeB - longitudeA) / 2));
        var haversine = dLat * dLat + Math.Cos(a) * Math.Cos(b) * dLon * dLon;
        return Detour * 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    /// <summary>Travel between points at a speed in km/h; metres and seconds, every way marked as an estimate.</summary>
    public static Travel Between(IReadOnlyList<(double Latitude, double Longitude)> points, double kilometresPerHour) =>
        Fill(points, new double[points.Count * points.Count].Select(_ => double.NaN).ToArray(), null, kilometresPerHour);

    /// <summary>
    /// Fills the holes (NaN) of a matrix in metres with estimates and marks them. Durations in seconds come from the second
    /// matrix, or from the speed where it is missing or has a hole.
    /// </summary>
    public static Travel Fill(
        IReadOnlyList<(double Latitude, double Longitude)> points, double[] metres, double[]? seconds, double kilometresPerHour)
    {
        var n = points.Count;
        var (far, slow, estimated) = (new double[n * n], new double[n * n], new bool[n * n]);
        for (var i = 0; i < n * n; i++)
        {
            var (a, b) = (points[i / n], points[i % n]);
            estimated[i] = double.IsNaN(metres[i]) && i / n != i % n;
            far[i] = double.IsNaN(metres[i]) ? Metres(a.Latitude, a.Longitude, b.Latitude, b.Longitude) : metres[i];
            slow[i] = seconds is null || double.IsNaN(seconds[i]) ? far[i] * 3.6 / kilometresPerHour : seconds[i];
        }
        return new Travel(n, far, slow, estimated);
    }
}
