using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>What a style makes of a number.</summary>
internal enum NumberKind : byte
{
    /// <summary>A number.</summary>
    Plain,
    /// <summary>A day, a time of day, or both.</summary>
    Date,
    /// <summary>Hours that may be more than a day has.</summary>
    Duration,
    /// <summary>A share, shown a hundredfold.</summary>
    Percent,
}

/// <summary>The styles of an .xlsx as far as they say what a number is.</summary>
internal sealed class XlsxStyles
{
    // No format of Excel's is longer.
    private const int LongestFormat = 255;

    private readonly List<NumberKind> kinds = [];

    /// <summary>What a number in this style is.</summary>
    internal NumberKind this[int style] => style > 0 && style < kinds.Count ? kinds[style] : style == 0 && kinds.Count > 0 ? kinds[0] : NumberKind.Plain;

    /// <summary>Reads the styles' part; without one every number is plain.</summary>
    internal static XlsxStyles Read(ZipArchiveEntry? part)
    {
        var styles = new XlsxStyles();
        if (part is null) return styles;
        var custom = new Dictionary<int, NumberKind>();
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        var cells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") cells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("numFmt" or "xf")) continue;
            _ = int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format);
            if (xml.LocalName == "numFmt") custom[format] = KindOf(xml.GetAttribute("formatCode") ?? "");
            else if (cells) styles.kinds.Add(custom.TryGetValue(format, out var kind) ? kind : BuiltIn(format));
        }
        return styles;
    }

    // 27 to 36 and 50 to 58 are the dates of Chinese and Japanese Excels.
    private static NumberKind BuiltIn(int format) => format switch
    {
        9 or 10 => NumberKind.Percent,
        46 => NumberKind.Duration,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberKind.Date,
        _ => NumberKind.Plain,
    };

    /// <summary>What a format makes of a number: its words and colours aside, letters of a date make it one. A format longer than any may be is judged by its beginning.</summary>
    internal static NumberKind KindOf(string format)
    {
        var code = format.AsSpan(0, Math.Min(format.Length, LongestFormat));
        if (code.Contains("General", StringComparison.OrdinalIgnoreCase) || code.Contains("通用", StringComparison.Ordinal)) return NumberKind.Plain;
        var (kind, first) = (NumberKind.Plain, true);
        for (var at = 0; at < code.Length; at++)
            switch (code[at])
            {
                case '"':
                    at = End(code, at, '"') ?? code.Length;
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case '[' when End(code, at, ']') is { } end:
                    if (IsElapsed(code[(at + 1)..end])) return NumberKind.Duration;
                    at = end;
                    break;
                case '%':
                    kind = NumberKind.Percent;
                    break;
                case ';':
                    first = false;
                    break;
                // Only the first section is that of usual numbers.
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' when first && kind == NumberKind.Plain:
                    kind = NumberKind.Date;
                    break;
            }
        return kind;
    }

    private static int? End(ReadOnlySpan<char> code, int from, char sign) => code[(from + 1)..].IndexOf(sign) is >= 0 and var more ? from + 1 + more : null;

    // [h], [mm], [ss]: hours, minutes or seconds counted on.
    private static bool IsElapsed(ReadOnlySpan<char> inner) =>
        inner.Length > 0 && inner[0] is 'h' or 'H' or 'm' or 'M' or 's' or 'S'
        && inner.TrimStart([char.ToLowerInvariant(inner[0]), char.ToUpperInvariant(inner[0])]).IsEmpty;
}
