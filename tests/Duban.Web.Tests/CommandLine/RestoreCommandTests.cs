using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Duban.Ledger;
using Duban.Web.CommandLine;
using Duban.Web.Tests.Cases.Lists;
using Duban.Web.Tests.Ledger;

namespace Duban.Web.Tests.CommandLine;

/// <summary><c>duban backup</c>, <c>restore</c> and <c>verify</c> as an operator meets them: what is refused changes nothing.</summary>
public sealed class RestoreCommandTests
{
    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_ledger_with_events_goes_only_when_told_so_and_comes_back_as_it_was(On on)
    {
        await using var filled = await Filled.Begin(on);
        await filled.Working("消防通道堵塞", "2021-03-31");
        using var shell = Shell.Of(filled.Town);
        var backup = shell.Path("ledger.duban");
        var made = await shell.Run("backup", backup);
        Assert.Equal(Exit.Done, made.Exit);
        var kept = await Events(filled.Town);
        Assert.Contains($" {kept} events", made.Out, StringComparison.Ordinal);
        var later = await filled.Registered("电线老化");

        var refused = await shell.Run("restore", backup);
        Assert.Equal((Exit.Nothing, ""), (refused.Exit, refused.Out));
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(kept + 2, await Events(filled.Town));

        var restored = await shell.Run("restore", backup, "--force");
        Assert.Equal(Exit.Done, restored.Exit);
        Assert.EndsWith("Whole\n", restored.Out, StringComparison.Ordinal);
        Assert.Equal(kept, await Events(filled.Town));
        var verified = await shell.Run("verify");
        Assert.Equal((Exit.Done, ""), (verified.Exit, verified.Error));
        Assert.DoesNotContain(later.Value, (await filled.See("city-clerk", "/cases")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_whole_backup_is_exit_2_and_the_ledger_stays()
    {
        await using var filled = await Filled.Begin();
        await filled.Registered("消防通道堵塞");
        var kept = await Events(filled.Town);
        using var shell = Shell.Of(filled.Town);
        var backup = shell.Path("ledger.duban");
        await shell.Run("backup", backup);
        var bytes = await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken);

        var cut = await shell.Run("restore", shell.File("cut.duban", bytes[..(bytes.Length / 2)]), "--force");
        Assert.Equal(Exit.BadInput, cut.Exit);
        var changed = await shell.Run("restore", Changed(shell, bytes, "tables/events.jsonl", text => text.Replace("registered", "struck_off", StringComparison.Ordinal)), "--force");
        Assert.Equal(Exit.BadInput, changed.Exit);
        Assert.Contains("events", changed.Error, StringComparison.Ordinal);
        var forged = await shell.Run("restore", Changed(shell, bytes, "manifest.json", text => text.Replace("\"events\"", "\"evening\"", StringComparison.Ordinal)), "--force");
        Assert.Equal(Exit.BadInput, forged.Exit);
        Assert.Contains("manifest", forged.Error, StringComparison.Ordinal);
        Assert.Equal(Exit.BadInput, (await shell.Run("restore", shell.Path("missing.duban"))).Exit);
        Assert.Equal(kept, await Events(filled.Town));
    }

    [Fact]
    public async Task A_backup_of_a_later_version_is_exit_2_and_names_what_is_not_known_here()
    {
        await using var filled = await Filled.Begin();
        using var shell = Shell.Of(filled.Town);
        var backup = shell.Path("ledger.duban");
        await shell.Run("backup", backup);
        var later = Changed(shell, await File.ReadAllBytesAsync(backup, TestContext.Current.CancellationToken), "manifest.json", text =>
        {
            var manifest = JsonNode.Parse(text)!;
            manifest["migrations"]!.AsArray().Add("9999_of_the_future");
            return manifest.ToJsonString();
        }, seal: true);
        var refused = await shell.Run("restore", later, "--force");
        Assert.Equal(Exit.BadInput, refused.Exit);
        Assert.Contains("9999_of_the_future", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_takes_no_files_place()
    {
        await using var filled = await Filled.Begin();
        using var shell = Shell.Of(filled.Town);
        var list = shell.File("list.csv", "1,2\n");
        Directory.CreateDirectory(shell.Path("folder"));
        foreach (var taken in new[] { list, shell.Path("folder") })
        {
            var refused = await shell.Run("backup", taken);
            Assert.Equal(Exit.BadInput, refused.Exit);
            Assert.Contains("left alone", refused.Error, StringComparison.Ordinal);
        }
        Assert.Equal("1,2\n", await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken));
        Assert.Equal(Exit.Nothing, (await shell.Run("backup", shell.Path("no/such/folder/ledger.duban"))).Exit);
        Assert.Empty(Directory.GetFiles(shell.Folder, "*.partial"));
    }

    [Fact]
    public async Task A_fact_changed_by_hand_is_exit_1_and_named()
    {
        await using var filled = await Filled.Begin();
        var id = await filled.Working("消防通道堵塞", "2021-03-31");
        using var shell = Shell.Of(filled.Town);
        await filled.Town.The<EventStore>().Tamper($"update events set signed_by = 'somebody' where stream = 'case/{id}' and version = 3");
        var found = await shell.Run("verify");
        Assert.Equal(Exit.Nothing, found.Exit);
        Assert.Contains($"1 broken places, the first: 430400 case/{id} #3: Changed", found.Error, StringComparison.Ordinal);
        // Cases are not looked at over broken chains: their events cannot be believed.
        Assert.DoesNotContain("checked against them", found.Out, StringComparison.Ordinal);
    }

    private static string Changed(Shell shell, byte[] backup, string part, Func<string, string> change, bool seal = false)
    {
        var path = shell.File($"{Guid.NewGuid():N}.duban", backup);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var text = Exchange(archive, part, change);
        if (seal) Exchange(archive, "manifest.sha256", _ => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        return path;
    }

    private static string Exchange(ZipArchive archive, string part, Func<string, string> change)
    {
        var entry = archive.GetEntry(part)!;
        string text;
        using (var reader = new StreamReader(entry.Open())) text = change(reader.ReadToEnd());
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open(), new UTF8Encoding(false));
        writer.Write(text);
        return text;
    }

    private static async Task<int> Events(Town town) => await town.The<EventStore>().ReadAll("430400").CountAsync();
}
