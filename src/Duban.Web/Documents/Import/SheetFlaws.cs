using System.Buffers;
using System.IO.Compression;
using System.Xml;

namespace Duban.Web.Documents.Import;

/// <summary>
/// Finds cells with errors (#REF! …) and formulas nobody has calculated, which ExcelDataReader shows as blanks. The part is
/// unpacked once with its bytes counted; only a part that has such cells is parsed for them.
/// </summary>
internal static class SheetFlaws
{
    private const int Most = 10_000;

    private static readonly byte[][] Signs = [" t=\"e\""u8.ToArray(), "</f></c>"u8.ToArray(), "</f><v></v>"u8.ToArray(), "</f><v/>"u8.ToArray(), "</f><v />"u8.ToArray()];

    /// <summary>No document types, nothing fetched, a bounded document.</summary>
    internal static XmlReaderSettings Strict => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1L << 30,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The flaws of a sheet's part by place; an exception when it unpacks to more than allowed.</summary>
    internal static Dictionary<(int Row, int Column), string> Find(ZipArchiveEntry part, ReadLimits limits)
    {
        using (var stream = part.Open())
            if (!HasAny(stream, limits.UnpackedBytes)) return [];
        using var again = part.Open();
        using var xml = XmlReader.Create(again, Strict);
        return Walk(xml);
    }

    private static bool HasAny(Stream stream, long most)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
        try
        {
            var (kept, total) = (0, 0L);
            for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                if ((total += read) > most) throw new InvalidDataException("unpacks to more than its directory says");
                var seen = buffer.AsSpan(0, kept + read);
                foreach (var sign in Signs)
                    if (seen.IndexOf(sign) >= 0) return true;
                kept = Math.Min(16, seen.Length);
                seen[^kept..].CopyTo(buffer);
            }
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Dictionary<(int Row, int Column), string> Walk(XmlReader xml)
    {
        var flaws = new Dictionary<(int Row, int Column), string>();
        var (at, isError, isText, formula, value) = (((int, int)?)null, false, false, false, "");
        while (xml.Read() && flaws.Count < Most)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                (at, isError, isText) = (Address.Parse(xml.GetAttribute("r")), xml.GetAttribute("t") == "e", xml.GetAttribute("t") == "str");
                (formula, value) = (false, "");
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "f") formula = true;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "v" && !xml.IsEmptyElement && xml.Read()) value = xml.Value;
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c" && at is { } place)
            {
                if (isError) flaws[place] = value.Length is > 0 and < 20 ? value : "#ERROR!";
                // =IF(A2="","",…) has been calculated, and came to no text.
                else if (formula && value.Length == 0 && !isText) flaws[place] = "=?";
            }
        }
        return flaws;
    }
}
