using System.Security.Cryptography;

namespace Duban.Web.Documents.Import;

/// <summary>A clerk's file, whole in memory, with the name it came under.</summary>
/// <param name="Name">File name with its ending; a hint only, the content decides what it is.</param>
/// <param name="Content">The bytes, at most <see cref="ReadLimits.FileBytes"/>.</param>
public sealed record WorkbookSource(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>SHA-256 of the bytes, lower-case hex: the file's identity.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Content.Span));

    /// <summary>Reads a stream to its end, or stops one byte beyond the limit so that the size is known to be too much.</summary>
    public static async Task<WorkbookSource> Take(string name, Stream stream, ReadLimits? limits = null, CancellationToken ct = default)
    {
        var most = (limits ?? ReadLimits.Usual).FileBytes + 1;
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        while (memory.Length < most)
        {
            var wanted = (int)Math.Min(buffer.Length, most - memory.Length);
            var read = await stream.ReadAsync(buffer.AsMemory(0, wanted), ct);
            if (read == 0) break;
            memory.Write(buffer, 0, read);
        }
        return new(name, memory.GetBuffer().AsMemory(0, (int)memory.Length));
    }
}

/// <summary>How much a file may hold before it is refused: limits of ours, not of Excel's.</summary>
public sealed record ReadLimits
{
    /// <summary>What an ordinary installation allows.</summary>
    public static ReadLimits Usual { get; } = new();

    /// <summary>Size of the file itself, bytes.</summary>
    public long FileBytes { get; init; } = 50 << 20;

    /// <summary>Size of everything in it when unpacked, bytes.</summary>
    public long UnpackedBytes { get; init; } = 1L << 30;

    /// <summary>Times a part of over 16 MB may grow when unpacked; spreadsheets stay under 60, bombs reach 1,000.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Parts in the package.</summary>
    public int Parts { get; init; } = 5_000;

    /// <summary>Columns looked at in a sheet.</summary>
    public int Columns { get; init; } = 512;

    /// <summary>Blank cells in a row of blank lines after which a sheet counts as ended.</summary>
    public long BlankCells { get; init; } = 40_000_000;

    /// <summary>Characters in one cell; a description longer than this cannot be registered.</summary>
    public int CellCharacters { get; init; } = 10_000;

    /// <summary>Characters kept of a text; a cell of Excel's holds 32,767, each seven long where it is escaped.</summary>
    public int TextCharacters { get; init; } = 250_000;

    /// <summary>Characters that a sheet's uncalculated formulas may be read and joined to in all: forty thousand long ones, where doubling texts has no end.</summary>
    public long FormulaCharacters { get; init; } = 20_000_000;

    /// <summary>Merged cells looked at in a sheet; a list of 20,000 rows with ten columns merged by twos has as many.</summary>
    public int Merges { get; init; } = 100_000;
}

/// <summary>Why a file, or a sheet of it, could not be read.</summary>
/// <param name="Code">Stable code, e.g. <c>file.encrypted</c>.</param>
/// <param name="Sheet">The sheet, when one can be named.</param>
/// <param name="Cell">The place in it, when it can be named.</param>
/// <param name="Args">Numbers and names for the words.</param>
public sealed record ReadFailure(string Code, string? Sheet = null, string? Cell = null, params IReadOnlyList<object?> Args);
