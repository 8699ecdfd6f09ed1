using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Duban.Domain.People;
using Duban.Web.Clock;

namespace Duban.Web.Documents.Import;

/// <summary>Lists that were looked at and not yet imported: kept under their fingerprint for a day, on the storage all nodes share.</summary>
public sealed class KeptFiles(Settings settings, RealTime time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(settings.Data, "imports");

    /// <summary>Keeps a file; its name in an address is its fingerprint and nothing else.</summary>
    public async Task<string> Keep(WorkbookSource file, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        foreach (var old in Directory.EnumerateFiles(Folder).Where(f => File.GetLastWriteTimeUtc(f) < time.Now.UtcDateTime - Kept)) File.Delete(old);
        var name = file.Fingerprint;
        var half = Path.Combine(Folder, $"{name}.{Guid.NewGuid():N}.half");
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{name}.name"), file.Name, Encoding.UTF8, ct);
        await using (var stream = File.Create(half)) await stream.WriteAsync(file.Content, ct);
        File.Move(half, Path.Combine(Folder, name), overwrite: true);
        return name;
    }

    /// <summary>What a person corrected in a kept file; two clerks at one file do not see each other's.</summary>
    public async Task<Corrections> CorrectionsOf(string name, PersonId by, CancellationToken ct)
    {
        var path = Beside(name, by);
        return File.Exists(path) ? JsonSerializer.Deserialize<Corrections>(await File.ReadAllTextAsync(path, ct)) ?? Corrections.None : Corrections.None;
    }

    /// <summary>Keeps them as long as the file.</summary>
    public async Task Keep(string name, PersonId by, Corrections corrections, CancellationToken ct)
    {
        var half = $"{Beside(name, by)}.{Guid.NewGuid():N}.half";
        await File.WriteAllTextAsync(half, JsonSerializer.Serialize(corrections), ct);
        File.Move(half, Beside(name, by), overwrite: true);
    }

    private string Beside(string name, PersonId by) =>
        Path.Combine(Folder, $"{name}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(by.Value)))[..16]}.corrections");

    /// <summary>A kept file, or null when it is none or too old.</summary>
    public async Task<WorkbookSource?> Find(string name, CancellationToken ct)
    {
        if (name.Length != 64 || !name.All(char.IsAsciiHexDigitLower)) return null;
        var path = Path.Combine(Folder, name);
        if (!File.Exists(path) || !File.Exists(path + ".name")) return null;
        return new(await File.ReadAllTextAsync(path + ".name", Encoding.UTF8, ct), await File.ReadAllBytesAsync(path, ct));
    }
}
