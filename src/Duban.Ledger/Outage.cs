using Microsoft.Data.Sqlite;
using Npgsql;

namespace Duban.Ledger;

/// <summary>Tells a storage that cannot be reached or has no room, which passes, from a fault of the program, which does not.</summary>
public static class Outage
{
    /// <summary>What the system answers when a disk is full.</summary>
    public const int NoSpaceLeft = 28;

    /// <summary>True when the same request may well be taken later.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        StorageException => true,
        PostgresException postgres => postgres.IsTransient || postgres.SqlState is ['5', '3' or '7' or '8', ..] or ['0', '8', ..],
        NpgsqlException { InnerException: IOException or TimeoutException or System.Net.Sockets.SocketException } => true,
        // Busy, locked, read-only, input or output, full, cannot be opened.
        SqliteException { SqliteErrorCode: 5 or 6 or 8 or 10 or 13 or 14 } => true,
        IOException { HResult: NoSpaceLeft } => true,
        _ => false,
    };
}
