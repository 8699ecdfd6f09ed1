using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
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
internal sealed partial class XlsxStyles
{
    private readonly List<NumberKind> kinds = [];

    /// <summary>What a number in this style is.</summary>
    internal NumberKind this[int style] => style > 0 && style < kinds.Count ? kinds[style] : style == 0 && kinds.Count > 0 ? kinds[0] : NumberKind.Plain;

    /// <summary>Reads the styles' part; without one every number is plain.</summary>
    internal static XlsxStyles Read(ZipArchiveEntry? part)
    {
        var styles = new XlsxStyles();
        if (part is null) return styles;
        var custom = new Dictionary<int, string>();
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, PackageParts.Strict(part.Length));
        var cells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs") cells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("numFmt" or "xf")) continue;
            _ = int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var format);
            if (xml.LocalName == "numFmt") custom[format] = xml.GetAttribute("formatCode") ?? "";
            else if (cells) styles.kinds.Add(custom.TryGetValue(format, out var code) ? KindOf(code) : BuiltIn(format));
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

    /// <summary>What a format makes of a number: its words and colours aside, letters of a date make it one.</summary>
    internal static NumberKind KindOf(string code)
    {
        if (code.Contains("General", StringComparison.OrdinalIgnoreCase) || code.Contains("通用", StringComparison.Ordinal)) return NumberKind.Plain;
        var bare = Aside.Replace(code, "");
        if (Elapsed.IsMatch(code)) return NumberKind.Duration;
        if (bare.Contains('%', StringComparison.Ordinal)) return NumberKind.Percent;
        return bare.Split(';')[0].AsSpan().IndexOfAny("yYmMdDhHsS") >= 0 ? NumberKind.Date : NumberKind.Plain;
    }

    [GeneratedRegex(@"""[^""]*""?|\\.|\[[^\]]*\]|_.|\*.")]
    private static partial Regex Aside { get; }

    [GeneratedRegex(@"^(?:""[^""]*""|[^""])*?\[(?:h+|m+|s+)\]", RegexOptions.IgnoreCase)]
    private static partial Regex Elapsed { get; }
}
