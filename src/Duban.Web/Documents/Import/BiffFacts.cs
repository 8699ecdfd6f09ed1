using System.Buffers.Binary;

namespace Duban.Web.Documents.Import;

/// <summary>What stands in a BIFF stream ([MS-XLS]) besides the values: the date system, encryption, cells in error, formulas never calculated.</summary>
/// <param name="Epoch1904">DATEMODE says 1904.</param>
/// <param name="Encrypted">FILEPASS is there.</param>
/// <param name="Errors">Errors by sheet number and place (row from 1, column from 0).</param>
internal sealed record BiffFacts(bool Epoch1904, bool Encrypted, Dictionary<int, Dictionary<(int Row, int Column), string>> Errors)
{
    private const ushort BeginOfFile = 0x0809, DateMode = 0x22, FilePass = 0x2F, BoolErr = 0x205, Formula = 0x06;

    internal static BiffFacts Read(ReadOnlySpan<byte> stream)
    {
        var (epoch1904, encrypted, sheet, depth) = (false, false, -1, 0);
        var errors = new Dictionary<int, Dictionary<(int, int), string>>();
        var (calculated, blanks) = (false, new List<(int Sheet, int Row, int Column)>());
        for (var at = 0; at + 4 <= stream.Length;)
        {
            var kind = U16(stream, at);
            var length = U16(stream, at + 2);
            if (at + 4 + length > stream.Length) break;
            var body = stream.Slice(at + 4, length);
            at += 4 + length;
            switch (kind)
            {
                case BeginOfFile when length >= 4:
                    if (depth++ == 0 && U16(body, 2) is 0x10 or 0x20 or 0x40) sheet++;
                    break;
                case 0x0A:
                    depth = Math.Max(0, depth - 1);
                    break;
                case DateMode when length >= 2:
                    epoch1904 = U16(body, 0) == 1;
                    break;
                case FilePass:
                    encrypted = true;
                    break;
                case BoolErr when length >= 8 && body[7] == 1:
                    Add(body, body[6]);
                    break;
                case Formula when length >= 14 && body[6] == 2 && body[12] == 0xFF && body[13] == 0xFF:
                    Add(body, body[8]);
                    calculated = true;
                    break;
                case Formula when length >= 14:
                    if (!IsBlank(body[6..14])) calculated = true;
                    // =IF(A2="","",…) has been calculated, and came to no text.
                    else if (body[14..].IndexOf((ReadOnlySpan<byte>)[0x17, 0x00]) < 0 && blanks.Count < 10_000) blanks.Add((sheet, U16(body, 0) + 1, U16(body, 2)));
                    break;
            }
        }
        // Where all formulas came to nothing, they were written by a program that calculates none.
        foreach (var (on, row, column) in calculated ? [] : blanks)
        {
            if (!errors.TryGetValue(on, out var cells)) errors[on] = cells = [];
            cells.TryAdd((row, column), CellError.Uncalculated);
        }
        return new(epoch1904, encrypted, errors);

        void Add(ReadOnlySpan<byte> body, byte error)
        {
            if (!errors.TryGetValue(sheet, out var cells)) errors[sheet] = cells = [];
            if (cells.Count < 10_000) cells[(U16(body, 0) + 1, U16(body, 2))] = Sign(error);
        }
    }

    // The result 0, or the one of a formula that came to no text.
    private static bool IsBlank(ReadOnlySpan<byte> result) => result.IndexOfAnyExcept((byte)0) < 0 || (result[0] == 3 && result[6] == 0xFF && result[7] == 0xFF);

    private static string Sign(byte error) => error switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
