namespace Duban.Ledger;

/// <summary>What a backup file holds, with the hash of each part (docs/decisions/backup.md).</summary>
/// <param name="Format">1.</param>
/// <param name="MadeAt">When, UTC.</param>
/// <param name="Dialect">Where the tables come from.</param>
/// <param name="Migrations">Names of the migrations the tables stand at, in order.</param>
/// <param name="Tables">The tables, in the order they can be filled.</param>
/// <param name="Files">How many evidence files.</param>
/// <param name="Listing">SHA-256 of <c>files.txt</c>, which names every evidence file.</param>
internal sealed record Manifest(
    int Format, DateTimeOffset MadeAt, string Dialect, IReadOnlyList<string> Migrations, IReadOnlyList<DumpedTable> Tables, long Files, string Listing)
{
    public const int Current = 1;
    public const string Entry = "manifest.json";
    public const string HashEntry = "manifest.sha256";
    public const string ListingEntry = "files.txt";

    public static string TableEntry(string table) => $"tables/{table}.jsonl";

    public static string FileEntry(string sha256) => $"files/{sha256}";

    public BackupContent Content() =>
        new(MadeAt, Tables.Count, Tables.Sum(t => t.Rows), Tables.Where(t => t.Name == "events").Sum(t => t.Rows), Files);
}

/// <summary>A table of a backup: JSON arrays, one a line, in <c>tables/NAME.jsonl</c>.</summary>
internal sealed record DumpedTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256);

/// <summary>What a backup holds.</summary>
/// <param name="MadeAt">The moment it shows, UTC.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Events">Events among them.</param>
/// <param name="Files">Evidence files.</param>
public sealed record BackupContent(DateTimeOffset MadeAt, int Tables, long Rows, long Events, long Files);

/// <summary>What became of a restoring; anything but <see cref="Done"/> has changed nothing.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome() { }

    /// <summary>The ledger is what the backup holds.</summary>
    /// <param name="Content">What was brought back.</param>
    /// <param name="Verification">Its chains and seals, checked before it took the place of what was there.</param>
    public sealed record Done(BackupContent Content, Verification Verification) : RestoreOutcome;

    /// <summary>The file is not a whole backup.</summary>
    /// <param name="Why">The part that is wrong, for the operator.</param>
    public sealed record Damaged(string Why) : RestoreOutcome;

    /// <summary>There are events already, and nobody said they may go.</summary>
    public sealed record NotEmpty(long Events) : RestoreOutcome;

    /// <summary>The backup was made by a later Duban.</summary>
    /// <param name="Migration">The first table change this version does not know.</param>
    public sealed record TooNew(string Migration) : RestoreOutcome;
}
