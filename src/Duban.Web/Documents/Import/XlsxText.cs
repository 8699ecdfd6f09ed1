using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>The texts inside the elements of an .xlsx, whatever number of pieces they are written in.</summary>
internal static partial class XlsxText
{
    /// <summary>The text of a shared string or of one kept in its cell: its runs joined, without the reading aids beside them.</summary>
    internal static string Rich(XmlReader xml, ReadLimits limits) => Unescaped(Of(xml, limits));

    /// <summary>The text of an element as it is written, to the limit of what is kept of one.</summary>
    internal static string Of(XmlReader xml, ReadLimits limits)
    {
        if (xml.IsEmptyElement) return "";
        string? only = null;
        StringBuilder? more = null;
        var aside = false;
        for (var depth = xml.Depth; xml.Read() && xml.Depth > depth;)
        {
            if (xml.LocalName == "rPh") aside = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            if (aside) continue;
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)) continue;
            if (only is null) only = xml.Value;
            else if ((more ??= new StringBuilder(only)).Length < limits.TextCharacters) more.Append(xml.Value);
        }
        return more?.ToString() ?? only ?? "";
    }

    /// <summary>_x000D_ is how a character that XML cannot hold is written; what Unicode calls no character, and half of one, is dropped.</summary>
    internal static string Unescaped(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var whole = Escape.Replace(text, m => ((char)ushort.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return NoCharacter.Replace(whole, "");
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape { get; }

    // A pair of surrogates, each written as an escape of its own, is a character.
    [GeneratedRegex(@"[\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex NoCharacter { get; }
}
