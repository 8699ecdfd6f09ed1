using System.Collections.Frozen;
using System.Xml;
using ExcelDataReader.Exceptions;

namespace Duban.Web.Documents.Import;

/// <summary>Opens whatever a clerk calls an Excel file, or says what it really is.</summary>
public static class WorkbookFile
{
    static WorkbookFile() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>Opens the file by its content; nothing is thrown for anything the file holds.</summary>
    public static Opened Open(WorkbookSource file, ReadLimits? limits = null, CancellationToken ct = default)
    {
        var most = limits ?? ReadLimits.Usual;
        // Some systems fill a text file up with zeros.
        var content = file.Content.Span.TrimEnd((byte)0);
        if (content.Trim(" \t\r\n"u8).Length == 0) return new ReadFailure("file.empty");
        if (file.Content.Length > most.FileBytes)
            return new ReadFailure("file.too_large", Args: [most.FileBytes >> 20]);
        if (content.Length < file.Content.Length && TextEncoding.Of(content) is var (encoding, _))
        {
            // In UTF-16 the last of them belongs to the last character.
            var end = content.Length + (encoding is System.Text.UnicodeEncoding ? content.Length % 2 : 0);
            file = file with { Content = file.Content[..end] };
        }
        return Guarded(() => FileKind.Of(file.Content.Span) switch
        {
            FileKind.Zip => Package.Open(file, most, ct),
            FileKind.Compound => Compound.Open(file, most),
            FileKind.SpreadsheetXml => SpreadsheetXml.Open(file, most),
            FileKind.Html => HtmlTables.Open(file, most),
            FileKind.Biff => ExcelSheets.Open(file, most, new Dictionary<int, FrozenDictionary<(int, int), string>>(), false),
            FileKind.Text => TextTable.Open(file, most),
            FileKind.Archive => new ReadFailure("file.is_archive"),
            FileKind.WebArchive => new ReadFailure("file.is_web_archive"),
            FileKind.Pdf => new ReadFailure("file.is_pdf"),
            FileKind.Picture => new ReadFailure("file.is_picture"),
            _ => new ReadFailure("file.not_a_workbook"),
        });
    }

    /// <summary>Runs a reader over content nobody vouches for: what it throws becomes a failure with a code.</summary>
    internal static Opened Guarded(Func<Opened> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (Told(e) is { } failure)
        {
            return failure;
        }
    }

    /// <summary>The failure a reader's exception stands for; null for what must not be swallowed.</summary>
    internal static ReadFailure? Told(Exception e) => e switch
    {
        InvalidPasswordException => new ReadFailure("file.encrypted"),
        XmlException x when x.Message.Contains("DTD", StringComparison.Ordinal) => new ReadFailure("file.dtd"),
        OperationCanceledException or OutOfMemoryException => null,
        _ => new ReadFailure("file.corrupt", Args: [e.GetType().Name]),
    };
}
