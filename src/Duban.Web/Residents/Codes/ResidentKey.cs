using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Residents.Reports;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Residents.Codes;

/// <summary>The installation's key under which codes and numbers are hashed: a table of hashes alone, without the settings, gives no code away.</summary>
public sealed class ResidentKey(EventStore store, City city) : IHostedService
{
    private const string Setting = "residents.key";
    private byte[]? key;

    /// <summary>The hash a code is kept under, 64 lower-case hex digits.</summary>
    public string Hash(Code code) => Convert.ToHexStringLower(Sign(Encoding.ASCII.GetBytes(code.Value)));

    /// <summary>The hash a report's number is kept under, 64 lower-case hex digits.</summary>
    public string Hash(ReportNumber number) => Convert.ToHexStringLower(Sign(Encoding.ASCII.GetBytes(number.Value)));

    /// <summary>32 bytes that follow from these and the key, and that nobody else can tell.</summary>
    public byte[] Sign(byte[] said) => HMACSHA256.HashData(key ?? throw new InvalidOperationException("no code is made or read before the application has started"), said);

    /// <summary>The keyed request of somebody without an account: theirs by what they hold or where they are. Of that and of what was sent a hash is kept, no more.</summary>
    /// <param name="http">The request.</param>
    /// <param name="door">Which door, e.g. <c>answer</c>.</param>
    /// <param name="whose">A code, or a notice and a network address.</param>
    /// <param name="sent">What was sent.</param>
    public Keyed? Once<TForm>(HttpContext http, string door, string whose, TForm sent) => MachineHeaders.KeyOf(http) is { } once
        ? Of(door, whose, once, sent) : null;

    /// <summary>The same for a form of a page, whose key the page made.</summary>
    public Keyed Of<TForm>(string door, string whose, string once, TForm sent) => new(NameOf(door, whose, once), Sign(JsonSerializer.SerializeToUtf8Bytes(sent)));

    /// <summary>A key that somebody without an account chose, made theirs: two who choose the same do not meet.</summary>
    public string NameOf(string door, string whose, string once) => $"{door}/{Convert.ToHexStringLower(Sign(Encoding.UTF8.GetBytes($"{door}:{whose}")))}/{once}";

    /// <summary>Reads the key, or makes it; of two nodes that start at once the first one's stays.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await Cities.Setting(store, city, Setting, cancellationToken) is null)
            await store.Write((db, tx) => db.ExecuteAsync(
                "INSERT INTO setting (jurisdiction, name, value) VALUES (@Code, @Setting, @value) ON CONFLICT (jurisdiction, name) DO NOTHING",
                new { city.Code, Setting, value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) }, tx), cancellationToken);
        key = Convert.FromHexString((await Cities.Setting(store, city, Setting, cancellationToken))!);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
