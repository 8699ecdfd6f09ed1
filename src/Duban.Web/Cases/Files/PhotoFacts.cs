using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace Duban.Web.Cases.Files;

/// <summary>What a photo says about itself.</summary>
/// <param name="TakenOn">The day, local to the camera.</param>
/// <param name="Longitude">Degrees east, WGS-84.</param>
/// <param name="Latitude">Degrees north, WGS-84.</param>
public sealed record PhotoFacts(DateOnly? TakenOn, decimal? Longitude, decimal? Latitude)
{
    private static readonly PhotoFacts none = new(null, null, null);

    /// <summary>Reads the photo's own notes; none when it has none or they are broken.</summary>
    public static PhotoFacts Of(Stream content)
    {
        try
        {
            content.Position = 0;
            var parts = ImageMetadataReader.ReadMetadata(content);
            var at = parts.OfType<GpsDirectory>().Select(g => g.GetGeoLocation()).FirstOrDefault(g => g is { IsZero: false });
            return new(Day(parts), at is null ? null : Round(at.Longitude), at is null ? null : Round(at.Latitude));
        }
        catch (Exception broken) when (broken is ImageProcessingException or IOException or ArgumentException or OverflowException)
        {
            return none;
        }
    }

    private static DateOnly? Day(IEnumerable<MetadataExtractor.Directory> parts)
    {
        var text = parts.OfType<ExifSubIfdDirectory>().Select(d => d.GetString(ExifDirectoryBase.TagDateTimeOriginal)).FirstOrDefault(t => t is { Length: >= 10 });
        return DateOnly.TryParseExact(text?[..10], "yyyy:MM:dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1990 ? day : null;
    }

    // Six digits are a tenth of a metre: more than any phone knows.
    private static decimal? Round(double degrees) => double.IsFinite(degrees) && Math.Abs(degrees) <= 180 ? Math.Round((decimal)degrees, 6) : null;
}
