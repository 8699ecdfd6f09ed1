using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dapper;

namespace Duban.Ledger;

/// <summary>Writes the parts of a backup into its archive, hashing each while it passes.</summary>
internal sealed class BackupWriting(ZipArchive archive)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Manifest> Write(DbConnection connection, DbTransaction snapshot, Dialect dialect, BlobStore blobs, DateTimeOffset now, CancellationToken ct)
    {
        var migrations = (await connection.QueryAsync<string>("select name from migrations order by name", transaction: snapshot)).AsList();
        var tables = new List<DumpedTable>();
        foreach (var table in await Tables.Of(connection, snapshot)) tables.Add(await Write(connection, snapshot, table, ct));
        var names = new StringBuilder();
        var files = 0L;
        foreach (var blob in blobs.All()) // After the snapshot: every file that its events speak of is there by now.
        {
            await Write(blobs, blob, ct);
            names.Append(blob.Sha256).Append('\n');
            files++;
        }
        var listing = await Write(Manifest.ListingEntry, Encoding.ASCII.GetBytes(names.ToString()), ct);
        var manifest = new Manifest(Manifest.Current, now, dialect.Name, migrations, tables, files, listing);
        var hash = await Write(Manifest.Entry, JsonSerializer.SerializeToUtf8Bytes(manifest, JsonSerializerOptions.Web), ct);
        await Write(Manifest.HashEntry, Encoding.ASCII.GetBytes(hash), ct);
        return manifest;
    }

    private async Task<DumpedTable> Write(DbConnection connection, DbTransaction snapshot, string table, CancellationToken ct)
    {
        var columns = await Tables.ColumnsOf(connection, snapshot, table);
        await using var entry = archive.CreateEntry(Manifest.TableEntry(table), CompressionLevel.Fastest).Open();
        using var digest = SHA256.Create();
        var rows = 0L;
        await using (var hashed = new CryptoStream(entry, digest, CryptoStreamMode.Write, leaveOpen: true))
        await using (var buffered = new BufferedStream(hashed, 1 << 16))
        await using (var command = EventRows.Command(connection, $"select {Tables.Quoted(columns)} from {Tables.Quoted(table)}"))
        {
            command.Transaction = snapshot;
            await using var row = await command.ExecuteReaderAsync(ct);
            await using var json = new Utf8JsonWriter(buffered, Readable);
            for (; await row.ReadAsync(ct); rows++)
            {
                DumpedRow.Write(json, row);
                json.Flush();
                json.Reset();
                buffered.WriteByte((byte)'\n');
            }
        }
        return new(table, columns, rows, Convert.ToHexStringLower(digest.Hash!));
    }

    private async Task Write(BlobStore blobs, Blob blob, CancellationToken ct)
    {
        await using var content = blobs.Open(blob.Sha256) ?? throw new FileNotFoundException("A file went away while it was being backed up.", blob.Sha256);
        await using var entry = archive.CreateEntry(Manifest.FileEntry(blob.Sha256), CompressionLevel.NoCompression).Open();
        await content.CopyToAsync(entry, ct);
    }

    private async Task<string> Write(string name, byte[] bytes, CancellationToken ct)
    {
        await using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        await entry.WriteAsync(bytes, ct);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }
}
