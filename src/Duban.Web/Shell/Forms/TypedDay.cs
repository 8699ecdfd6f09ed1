using System.Globalization;

namespace Duban.Web.Shell.Forms;

/// <summary>A day in one of the shapes people type.</summary>
public static class TypedDay
{
    private static readonly string[] Shapes = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>True for a day between 1949 and 2200.</summary>
    public static bool Is(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1949 and <= 2200;
}
