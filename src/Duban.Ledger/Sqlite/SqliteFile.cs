using System.Runtime.InteropServices;
using SQLitePCL;

namespace Duban.Ledger;

/// <summary>
/// Whether an open connection still has the file that stands under its name. A file deleted, moved or replaced under a
/// running program takes every entry and loses them all with the process.
/// </summary>
internal static class SqliteFile
{
    private const int HasMoved = 20; // SQLITE_FCNTL_HAS_MOVED

    /// <summary>Throws when the file was taken away.</summary>
    public static void MustStand(sqlite3 db, string path)
    {
        var moved = 0;
        if (sqlite3_file_control(db, "main", HasMoved, ref moved) == raw.SQLITE_OK && moved != 0) throw Gone(path);
    }

    /// <summary>What is told when it is not there any more.</summary>
    public static StorageException Gone(string path) => new("The database file was taken away.", new FileNotFoundException($"{path} was moved, deleted or replaced while it was open.", path));

    [DllImport("e_sqlite3", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int sqlite3_file_control(sqlite3 db, string name, int operation, ref int answer);
}
