namespace Duban.Web.Documents.Import;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal enum FileKind
{
    /// <summary>Nothing known.</summary>
    Unknown,
    /// <summary>A zip package: .xlsx, .xlsm, .xlsb, .ods, .docx, .numbers, a plain zip.</summary>
    Zip,
    /// <summary>An OLE compound file: .xls, .doc, or an encrypted package.</summary>
    Compound,
    /// <summary>A bare BIFF stream of very old Excels.</summary>
    Biff,
    /// <summary>XML, most likely SpreadsheetML of 2003.</summary>
    SpreadsheetXml,
    /// <summary>A web page with a table.</summary>
    Html,
    /// <summary>Text with separators.</summary>
    Text,
    /// <summary>Some other archive: .rar, .7z, .gz.</summary>
    Archive,
    /// <summary>A web page saved whole in one file (.mht), as Excel and reporting systems write under the name .xls.</summary>
    WebArchive,
    /// <summary>A PDF.</summary>
    Pdf,
    /// <summary>A picture.</summary>
    Picture,
}

/// <summary>Reads the first bytes.</summary>
internal static class FileKinds
{
    extension(FileKind)
    {
        /// <summary>The kind of this content.</summary>
        internal static FileKind Of(ReadOnlySpan<byte> content)
        {
            if (content.StartsWith("PK"u8)) return FileKind.Zip;
            if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return FileKind.Compound;
            if (content.StartsWith("%PDF"u8)) return FileKind.Pdf;
            if (content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
                || content.StartsWith("GIF8"u8) || content.StartsWith("BM"u8) && content.Length > 6 && content[5..6][0] == 0 && content.IndexOf((byte)0) < 20
                || content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8) || content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..12].SequenceEqual("WEBP"u8)
                || content.Length > 12 && content[4..8].SequenceEqual("ftyp"u8)) return FileKind.Picture;
            if (content.StartsWith("Rar!"u8) || content is [0x37, 0x7A, 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..]) return FileKind.Archive;
            if (content is [0x09, 0x00 or 0x02 or 0x04 or 0x08, _, 0x00, ..]) return FileKind.Biff;
            var start = TextEncoding.Peek(content, 4096);
            if (start is null) return FileKind.Unknown;
            var text = start.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            // SYLK, DIF and JSON are text, but none with separators.
            if (text.StartsWith("ID;P", StringComparison.Ordinal) || text.StartsWith("TABLE\r\n0,1", StringComparison.Ordinal) || text.StartsWith("TABLE\n0,1", StringComparison.Ordinal)
                || text is ['{', ..] || text.StartsWith("[{", StringComparison.Ordinal)) return FileKind.Unknown;
            if (text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase)) return FileKind.WebArchive;
            if (text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<Workbook", StringComparison.Ordinal)
                || text.StartsWith("<!DOCTYPE", StringComparison.Ordinal) && !text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase))
                return text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html : FileKind.SpreadsheetXml;
            return text.StartsWith('<') && (text.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<table", StringComparison.OrdinalIgnoreCase) || text.Contains("<meta", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)) ? FileKind.Html : FileKind.Text;
        }
    }
}
