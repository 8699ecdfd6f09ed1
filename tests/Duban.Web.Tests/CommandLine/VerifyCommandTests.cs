using Dapper;
using Duban.Ledger;
using Duban.Web.CommandLine;
using Duban.Web.Tests.Cases.Pages;

namespace Duban.Web.Tests.CommandLine;

/// <summary>What the lists show must be what the events say, and every photo what it was: <c>duban verify</c> names what is not.</summary>
public sealed class VerifyCommandTests
{
    [Theory, InlineData("verify"), InlineData("backup")]
    public async Task A_ledger_that_is_not_there_is_neither_whole_nor_backed_up(string command)
    {
        using var shell = Shell.Fresh();
        var missing = shell.Path("mistyped");
        string[] line = command == "backup" ? [command, shell.Path("b.zip")] : [command];
        var said = await shell.Run([.. line, "--data", missing]);
        Assert.Equal(Exit.BadInput, said.Exit);
        Assert.Contains(missing, said.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(shell.Folder));
    }

    [Theory, InlineData(On.Sqlite), InlineData(On.Postgres)]
    public async Task A_row_a_sum_or_a_file_changed_by_hand_is_named(On on)
    {
        await using var walk = await (await Walk.Begin(on: on)).Verified();
        using var shell = Shell.Of(walk.Town);
        var (store, files) = (walk.Town.The<EventStore>(), new BlobStore(shell.Path("files")));
        var photos = new List<string>();
        foreach (var photo in new[] { Photos.Jpeg(), Photos.Jpeg(clear: true) })
        {
            using var content = new MemoryStream(photo);
            photos.Add((await files.Put(content, TestContext.Current.CancellationToken))!.Sha256);
        }
        var (exit, said) = await Verify();
        Assert.Equal(Exit.Done, exit);
        Assert.Contains("1 cases and 2 files", said, StringComparison.Ordinal);

        await By("update cases set stage = 'struck_off'", "case/JL-001: row (stage)", "update cases set stage = 'county_verified'");
        await By("update cases set title = '假'", "case/JL-001: row (title)", "update cases set title = '银矿坪矿洞涌水'");
        await By("update cases set total_due = '2099-01-01'", "case/JL-001: row (total_due)", $"update cases set total_due = {await Was("total_due", "cases")}");
        await By("update cases set red_on = '2099-01-01'", "case/JL-001: row (red_on)", $"update cases set red_on = {await Was("red_on", "cases")}");
        await By("update slips set sign_by = '2099-01-01'", "case/JL-001: slip (", $"update slips set sign_by = {await Was("sign_by", "slips")}");
        await By("update slips set sign_by = '2021-99-99'", "case/JL-001: slip (", $"update slips set sign_by = {await Was("sign_by", "slips")}", On.Sqlite);
        foreach (var column in new[] { "handed_on", "contact", "basis", "handed_by", "unit_id", "unit_path", "campaign", "number", "number_key" })
            await By($"update slips set {column} = '2020-01-01'", "case/JL-001: slip (", $"update slips set {column} = {await Was(column, "slips")}");
        await By("update slips set cases = cases + 1", ": its cases", "update slips set cases = cases - 1");
        await By("update slip_cases set case_id = 'JL-9'", "case/JL-001: slip (", "update slip_cases set case_id = 'JL-001'");
        await By("update case_tallies set count = count + 1", "tally JL", "update case_tallies set count = count - 1");

        var path = Path.Combine(shell.Folder, "files", photos[0][..2], photos[0][2..4], photos[0]);
        await File.AppendAllTextAsync(path, "x", TestContext.Current.CancellationToken);
        Assert.Contains($"case/JL-001: file {photos[0]} (changed)", (await Verify()).Said, StringComparison.Ordinal);
        File.Delete(path);
        (exit, said) = await Verify();
        Assert.Equal(Exit.Nothing, exit);
        Assert.Contains($"1 broken places, the first: 430400 case/JL-001: file {photos[0]} (missing)", said, StringComparison.Ordinal);

        async Task<string> Was(string column, string table) => await store.Write(
            (db, tx) => db.ExecuteScalarAsync<string?>($"select cast({column} as text) from {table}", transaction: tx), TestContext.Current.CancellationToken) is { } day ? $"'{day}'" : "null";

        // What the column's type forbids, only one database lets anybody write.
        async Task By(string change, string named, string back, On? only = null)
        {
            if (only is { } one && one != on) return;
            await store.Write((db, tx) => db.ExecuteAsync(change, transaction: tx), TestContext.Current.CancellationToken);
            var found = await Verify();
            Assert.Equal(Exit.Nothing, found.Exit);
            Assert.Contains(named, found.Said, StringComparison.Ordinal);
            await store.Write((db, tx) => db.ExecuteAsync(back, transaction: tx), TestContext.Current.CancellationToken);
            Assert.Equal(Exit.Done, (await Verify()).Exit);
        }

        async Task<(int Exit, string Said)> Verify()
        {
            var said = await shell.Run("verify");
            return (said.Exit, said.Out + said.Error);
        }
    }
}
