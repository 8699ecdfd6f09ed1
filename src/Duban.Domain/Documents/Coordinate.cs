namespace Duban.Domain.Documents;

/// <summary>A point as a list gives it, in degrees east and north, in whatever datum the list was measured in.</summary>
/// <param name="Longitude">−180 … 180.</param>
/// <param name="Latitude">−90 … 90.</param>
public readonly record struct Coordinate(decimal Longitude, decimal Latitude)
{
    /// <summary>Metres to another point on a sphere of 6,371 km: enough to tell two places apart.</summary>
    public double MetresTo(Coordinate other)
    {
        const double radius = 6_371_000, degree = Math.PI / 180;
        var (lat1, lat2) = ((double)Latitude * degree, (double)other.Latitude * degree);
        var dLat = lat2 - lat1;
        var dLng = (double)(other.Longitude - Longitude) * degree;
        var h = Math.Pow(Math.Sin(dLat / 2), 2) + Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(dLng / 2), 2);
        return 2 * radius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}

/// <summary>The box a city lies in, in degrees; a point outside it is reported.</summary>
public readonly record struct Area(decimal West, decimal South, decimal East, decimal North)
{
    /// <summary>True on or inside the box.</summary>
    public bool Holds(Coordinate point) =>
        point.Longitude >= West && point.Longitude <= East && point.Latitude >= South && point.Latitude <= North;
}
