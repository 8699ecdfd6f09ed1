using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Duban.Web.Documents.Import;

/// <summary>
/// What must be known of a sheet before its rows are read: its merged cells, which stand behind them, and whether it has formulas nobody
/// has calculated. The part is unpacked once with its bytes counted, and nothing of it is parsed but what is sought.
/// </summary>
/// <param name="Merges">Merged cells, as many as may be looked at.</param>
/// <param name="More">True when there were more.</param>
/// <param name="Uncalculated">True when a formula without a value was seen.</param>
/// <param name="NoRanges">What is written as a merge and is no range of a sheet, e.g. <c>A0:B0</c>.</param>
internal sealed partial record SheetSurvey(IReadOnlyList<Merge> Merges, bool More, bool Uncalculated, IReadOnlyList<string> NoRanges)
{
    // The second is room for a merge as it is written: <mergeCell ref="XFD1048576:XFD1048576"/>, with a prefix.
    private const int Longest = 64, MergeBytes = 64;

    private static readonly byte[] Merged = "mergeCells"u8.ToArray(), Formula = "</f>"u8.ToArray();

    private static readonly byte[][] Blanks = ["</c>"u8.ToArray(), "<v></v>"u8.ToArray(), "<v/>"u8.ToArray(), "<v />"u8.ToArray()];

    /// <summary>Looks a sheet's part through.</summary>
    internal static SheetSurvey Of(ZipArchiveEntry part, ReadLimits limits)
    {
        using var stream = part.Open();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
        using var tail = new MemoryStream();
        try
        {
            var (kept, total, uncalculated) = (0, 0L, false);
            var room = limits.Merges * (long)MergeBytes;
            for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                if ((total += read) > part.Length) throw new InvalidDataException("unpacks to more than its directory says");
                var seen = buffer.AsSpan(0, kept + read);
                if (tail.Length > 0)
                {
                    // Beyond its room nothing is sought, but the bytes are counted.
                    if (tail.Length < room) tail.Write(buffer, kept, read);
                    continue;
                }
                uncalculated = uncalculated || HasBlank(seen);
                if (Begin(seen) is >= 0 and var at) tail.Write(seen[at..]);
                kept = Math.Min(Longest, seen.Length);
                seen[^kept..].CopyTo(buffer);
                if (tail.Length > 0) kept = 0;
            }
            var (merges, more, none) = tail.Length == 0 ? ([], false, [])
                : Parsed(Encoding.UTF8.GetString(tail.GetBuffer(), 0, (int)tail.Length), limits.Merges, tail.Length >= room);
            return new(merges, more, uncalculated, none);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // A sign for less-than is never written in a text, so that the name behind one, or behind its prefix, is the element's.
    private static int Begin(ReadOnlySpan<byte> seen)
    {
        for (var from = 0; seen[from..].IndexOf(Merged) is >= 0 and var found; from += found + Merged.Length)
        {
            var at = from + found - 1;
            if (at >= 0 && seen[at] == ':')
                for (at--; at >= 0 && seen[at] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z');) at--;
            if (at >= 0 && seen[at] == '<') return at;
        }
        return -1;
    }

    private static bool HasBlank(ReadOnlySpan<byte> seen)
    {
        for (int found; (found = seen.IndexOf(Formula)) >= 0;)
        {
            seen = seen[(found + Formula.Length)..];
            foreach (var blank in Blanks)
                if (seen.StartsWith(blank)) return true;
        }
        return false;
    }

    private static (List<Merge> Merges, bool More, List<string> NoRanges) Parsed(string tail, int most, bool cut)
    {
        var end = Ending.Match(tail);
        var (merges, none) = (new List<Merge>(), new List<string>());
        foreach (Match m in Range.Matches(end.Success ? tail[..end.Index] : tail))
        {
            if (merges.Count == most) return (merges, true, none);
            if (Address.Parse(m.Groups["from"].Value) is (var fromRow and > 0, var fromColumn) && Address.Parse(m.Groups["to"].Value) is (var toRow and > 0, var toColumn))
                merges.Add(new(Math.Min(fromRow, toRow), Math.Min(fromColumn, toColumn), Math.Max(fromRow, toRow), Math.Max(fromColumn, toColumn)));
            else
                none.Add($"{m.Groups["from"].Value}:{m.Groups["to"].Value}");
        }
        return (merges, cut && !end.Success, none);
    }

    [GeneratedRegex(@"\sref\s*=\s*[""'](?<from>[A-Z]{1,3}\d{1,7}):(?<to>[A-Z]{1,3}\d{1,7})[""']")]
    private static partial Regex Range { get; }

    [GeneratedRegex(@"</(?:\w+:)?mergeCells\s*>")]
    private static partial Regex Ending { get; }
}
