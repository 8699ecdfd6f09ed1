using System.Globalization;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>Where a case stands in the list it was imported from, in the same form wherever it is told.</summary>
public static class OriginWords
{
    /// <summary>File, sheet and row in words, or the cell in the place of the row; null for what was not imported.</summary>
    /// <param name="origin">File, sheet and row as kept.</param>
    /// <param name="cell">The cell that is meant, or null for the whole row.</param>
    /// <param name="w">The reader's words.</param>
    public static string? Of(string? origin, string? cell, Words w)
    {
        if (origin is null) return null;
        var at = origin.LastIndexOf(' ');
        if (!int.TryParse(origin[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return origin;
        return $"{origin[..Math.Max(0, at)]} {cell ?? w["case.origin_row", row]}".Trim();
    }
}
