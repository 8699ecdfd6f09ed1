using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;

namespace Duban.Web.Documents.Import;

/// <summary>
/// An OLE compound file ([MS-CFB]): looked into far enough to say whether it is an old .xls, an encrypted package or
/// something else, and to read from the BIFF stream what ExcelDataReader does not tell (1904, errors).
/// </summary>
internal static class Compound
{
    private const uint EndOfChain = 0xFFFFFFFE;

    internal static Opened Open(WorkbookSource file, ReadLimits limits)
    {
        var entries = Directory(file.Content.Span);
        if (entries.Exists(e => e.Name is "EncryptedPackage" or "EncryptionInfo")) return new ReadFailure("file.encrypted");
        var book = entries.Find(e => e.Name is "Workbook" or "Book");
        if (book.Name is null)
            return new ReadFailure(entries.Exists(e => e.Name == "WordDocument") ? "file.is_word" : "file.not_a_workbook");
        var stream = book.Size >= 4096 ? Chain(file.Content.Span, book.Start, book.Size) : [];
        var facts = BiffFacts.Read(stream);
        var opened = facts.Encrypted ? Locked(file, limits)
            : ExcelSheets.Open(file, limits, facts.Errors.ToDictionary(e => e.Key, e => e.Value.ToFrozenDictionary()), facts.Epoch1904);
        var macros = entries.Exists(e => e.Name is "_VBA_PROJECT_CUR" or "VBA");
        return opened.Workbook is { } workbook && macros ? workbook with { Left = [new("file.macros_ignored")] } : opened;
    }

    // A workbook whose structure alone is protected is enciphered with a password every program knows; what else stands in the stream cannot be told.
    private static Opened Locked(WorkbookSource file, ReadLimits limits) =>
        WorkbookFile.Guarded(() => ExcelSheets.Open(file, limits, FrozenDictionary<int, FrozenDictionary<(int, int), string>>.Empty, false)) is { Workbook: not null } known
            ? known : new ReadFailure("file.encrypted");

    private readonly record struct Entry(string Name, uint Start, long Size);

    private static List<Entry> Directory(ReadOnlySpan<byte> file)
    {
        var entries = new List<Entry>();
        if (file.Length < 512) return entries;
        var bytes = Chain(file, U32(file, 48), 1 << 20);
        for (var at = 0; at + 128 <= bytes.Length; at += 128)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 64));
            if (length is >= 2 and <= 64)
                entries.Add(new(Encoding.Unicode.GetString(bytes, at, length - 2), U32(bytes, at + 116), U32(bytes, at + 120)));
        }
        return entries;
    }

    // Follows a chain of sectors; a loop or a broken link ends it, for a bound of as many steps as the file has sectors.
    private static byte[] Chain(ReadOnlySpan<byte> file, uint sector, long size)
    {
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(file[30..]);
        if (shift is not (9 or 12)) return [];
        var sectorSize = 1 << shift;
        using var bytes = new MemoryStream();
        for (long steps = file.Length / sectorSize; steps > 0 && sector < EndOfChain && bytes.Length < size; steps--)
        {
            var at = ((long)sector + 1) * sectorSize;
            if (at >= file.Length) break;
            bytes.Write(file.Slice((int)at, (int)Math.Min(sectorSize, file.Length - at)));
            sector = Next(file, sector, sectorSize);
        }
        return bytes.ToArray();
    }

    private static uint Next(ReadOnlySpan<byte> file, uint sector, int sectorSize)
    {
        var perTable = sectorSize / 4;
        var table = TableSector(file, (int)(sector / perTable), sectorSize);
        var at = ((long)table + 1) * sectorSize + sector % perTable * 4;
        return table >= EndOfChain - 2 || at + 4 > file.Length ? EndOfChain : U32(file, (int)at);
    }

    // The first 109 table sectors are named in the header, further ones in a chain of lists.
    private static uint TableSector(ReadOnlySpan<byte> file, int index, int sectorSize)
    {
        if (index < 109) return U32(file, 76 + index * 4);
        var list = U32(file, 68);
        var perList = sectorSize / 4 - 1;
        for (index -= 109; index >= perList; index -= perList)
        {
            var link = ((long)list + 1) * sectorSize + perList * 4;
            if (link + 4 > file.Length) return EndOfChain;
            list = U32(file, (int)link);
        }
        var at = ((long)list + 1) * sectorSize + index * 4;
        return at + 4 > file.Length ? EndOfChain : U32(file, (int)at);
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
