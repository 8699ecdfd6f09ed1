using System.Reflection;

namespace Duban.Domain.Calendar;

/// <summary>The years shipped with the product: one file of <c>Calendar/Years</c> each, carried inside the assembly.</summary>
public static class AnnouncedYears
{
    private const string Folder = "Calendar.Years.";

    /// <summary>All shipped years in order; a bad file is a bug of the build and throws with every reason.</summary>
    public static IReadOnlyList<CalendarYear> Load() =>
        [.. Files().Select(text => CalendarYearFile.Read(text) switch
        {
            { Allowed: true } read => read.Facts[0],
            { Reasons: var reasons } => throw new InvalidDataException(string.Join("; ", reasons.Select(r => $"{r.Code} {r.Field}"))),
        }).OrderBy(y => y.Year)];

    private static IEnumerable<string> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
