using System.Security.Cryptography;
using System.Text;
using Duban.Domain.Documents;

namespace Duban.Web.Documents.Import;

/// <summary>Finds numbers given twice and rows that say the same, and gives each row the mark by which a second import knows it.</summary>
internal static class Likes
{
    private const double OtherPlace = 100;

    /// <summary>Tells serial numbers that appear twice, unless every group counts from one again.</summary>
    internal static void Numbers(string sheet, IReadOnlyList<DraftRow> rows, ProblemLog log)
    {
        foreach (var field in (LedgerField[])[LedgerField.Serial, LedgerField.Number])
        {
            var seen = new Dictionary<string, DraftRow>();
            var twice = new List<(DraftRow First, DraftRow Again, string Number)>();
            var numbers = new HashSet<int>();
            foreach (var row in rows)
            {
                var number = ClerkText.Dense(row[field]).TrimEnd('.', '、');
                if (number.Length is 0 or > 40) continue;
                if (int.TryParse(number, out var n)) numbers.Add(n);
                if (!seen.TryAdd(number, row)) twice.Add((seen[number], row, number));
            }
            // Groups that count anew begin again with the first number.
            if (twice.Count * 5 > seen.Count && twice.Exists(t => t.First == rows[0])) continue;
            foreach (var (first, again, number) in twice)
            {
                var expected = int.TryParse(number, out var n) && !numbers.Contains(n + 1) ? n + 1 : (int?)null;
                log.Tell(sheet, again.CellOf(field), "import.number_twice", number, null, Severity.Warning, first.CellOf(field), expected);
            }
        }
    }

    /// <summary>Gives every row its fingerprint and tells rows that look like one matter written twice; both are kept.</summary>
    internal static void Mark(IReadOnlyList<DraftRow> rows, ProblemLog log)
    {
        var (ordinals, corrected) = (new Dictionary<Guid, int>(rows.Count), new Dictionary<Guid, int>());
        var matters = new Dictionary<(string, string), DraftRow>();
        foreach (var row in rows)
        {
            var (site, description) = (Key(row[LedgerField.Site] ?? row[LedgerField.Place]), Key(row[LedgerField.Description]));
            // A corrected row is known again by what its list says, and by what it was corrected to.
            row.Fingerprint = Fingerprint(row, Key(row.Written(LedgerField.Site) ?? row.Written(LedgerField.Place)), Key(row.Written(LedgerField.Description)), ordinals);
            if (row.Corrected.Any(c => c.Field is LedgerField.Site or LedgerField.Place or LedgerField.Description))
                row.CorrectedFingerprint = Fingerprint(row, site, description, corrected);
            if (description.Length == 0) continue;
            // Without a site, a few words such as 护栏缺失 say the same only within one unit.
            if (site.Length == 0 && description.Length < 8) site = '\u001F' + (row.Unit?.Id.Value ?? Key(row[LedgerField.Unit]));
            if (matters.TryGetValue((site, description), out var before) && !AreApart(before, row))
                log.Tell(row.Sheet, row.CellOf(LedgerField.Description), "import.duplicate", row[LedgerField.Description] ?? "", null, Severity.Warning,
                    before.Sheet == row.Sheet ? before.CellOf(LedgerField.Description) : $"{before.Sheet}!{before.CellOf(LedgerField.Description)}", before.Row);
            matters[(site, description)] = row;
        }
    }

    // The hash of what identifies the matter, hashed once more with its ordinal among those identical. The sector is left out: its cells are
    // merged, and a list saved as text comes back with most of them empty.
    private static string Fingerprint(DraftRow row, string site, string description, Dictionary<Guid, int> ordinals)
    {
        var identity = string.Join('\u001F', row.Unit?.Id.Value ?? Key(row[LedgerField.Unit]), site, description);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes + sizeof(int)];
        SHA256.HashData(Encoding.UTF8.GetBytes(identity), hash);
        var key = new Guid(hash[..16]);
        ref var ordinal = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(ordinals, key, out _);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(hash[SHA256.HashSizeInBytes..], ++ordinal);
        Span<byte> mark = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(hash, mark);
        return Convert.ToHexStringLower(mark);
    }

    // Two points of one unit over 100 m apart are two places, though the list names both 某小区.
    private static bool AreApart(DraftRow a, DraftRow b) =>
        a.Unit?.Id == b.Unit?.Id && a is { Point: { } here } && b is { Point: { } there } && here.MetresTo(there) > OtherPlace;

    private static string Key(string? text) => ClerkText.Dense(text);
}
