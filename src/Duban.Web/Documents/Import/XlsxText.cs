using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>The texts inside the elements of an .xlsx, whatever number of pieces they are written in and however long one of them is.</summary>
/// <param name="limits">How much is kept of a text.</param>
internal sealed partial class XlsxText(ReadLimits limits)
{
    private readonly char[] chunk = new char[4096];

    /// <summary>The text of a shared string or of one kept in its cell: its runs joined, without the reading aids beside them.</summary>
    internal string Rich(XmlReader xml) => Unescaped(Of(xml));

    /// <summary>The text of an element as it is written, to the limit of what is kept of one.</summary>
    internal string Of(XmlReader xml)
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
            // Asked for its value, the reader would build a text of whatever length the part has.
            for (var whole = false; !whole && Room(only, more) is > 0 and var room;)
            {
                // A character of two must find room for both; where it does not, the reader gives one less and goes on.
                var most = Math.Clamp(room, 2, chunk.Length);
                var read = xml.ReadValueChunk(chunk, 0, most);
                whole = read < most - 1;
                if (only is null) only = new(chunk, 0, read);
                else if (read > 0) (more ??= new StringBuilder(only)).Append(chunk, 0, read);
            }
        }
        return more?.ToString() ?? only ?? "";
    }

    private int Room(string? only, StringBuilder? more) => limits.TextCharacters - (more?.Length ?? only?.Length ?? 0);

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
