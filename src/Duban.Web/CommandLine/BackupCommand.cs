using System.CommandLine;
using Duban.Ledger;

namespace Duban.Web.CommandLine;

/// <summary><c>duban backup FILE</c>: the ledger and its evidence files as of one moment, while the system works on.</summary>
public static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Words("备份文件，不能已经存在", "the backup to make; must not exist yet") };
        var command = new Command("backup", terminal.Words("备份（系统可照常运行）", "back up, while the system runs")) { file };
        command.SetAction((line, ct) => place.OnLedger(line, terminal, settings => Make(line.GetValue(file)!, settings, terminal, ct)));
        return command;
    }

    private static async Task<int> Make(string file, Settings settings, Terminal terminal, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(file))
        {
            terminal.Complain("备份文件要有名字", "The backup needs a file name");
            return Exit.BadInput;
        }
        if (File.Exists(file) || Directory.Exists(file))
        {
            terminal.Complain($"{file} 已经存在，没有覆盖", $"{file} exists already and was left alone");
            return Exit.BadInput;
        }
        await using var store = await Installation.OpenStore(settings, ct);
        var made = await Backup.Make(store, new BlobStore(settings.Files), file, ct);
        terminal.Say($"已备份到 {file}：{made.Events} 条记录、{made.Tables} 张表、{made.Files} 个文件",
            $"Backed up to {file}: {made.Events} events, {made.Tables} tables, {made.Files} files");
        return Exit.Done;
    }
}
