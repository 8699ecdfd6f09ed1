using System.CommandLine;
using Duban.Ledger;
using Duban.Web.Cases;

namespace Duban.Web.CommandLine;

/// <summary><c>duban restore FILE</c>: brings a backup back, all of it or nothing; a ledger with events only goes when told so.</summary>
public static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var file = new Argument<FileInfo>("FILE") { Description = terminal.Words("备份文件", "the backup") };
        var force = new Option<bool>("--force") { Description = terminal.Words("替换已有台账", "replace a ledger that has events") };
        var command = new Command("restore", terminal.Words("从备份恢复", "restore a backup")) { file, force };
        command.SetAction((line, ct) => place.Guarded(line, terminal, settings => Restore(line.GetValue(file)!, line.GetValue(force), settings, terminal, ct)));
        return command;
    }

    private static async Task<int> Restore(FileInfo file, bool force, Settings settings, Terminal terminal, CancellationToken ct)
    {
        if (!file.Exists)
        {
            terminal.Complain($"找不到文件：{file.FullName}", $"There is no file {file.FullName}");
            return Exit.BadInput;
        }
        Directory.CreateDirectory(settings.Data);
        switch (await Backup.Restore(file.FullName, settings.Database, new BlobStore(settings.Files), Installation.Migrations, force, CaseRebuild.Run, ct: ct))
        {
            case RestoreOutcome.Done done:
                terminal.Say($"已恢复：{done.Content.Events} 条记录、{done.Content.Files} 个文件", $"Restored: {done.Content.Events} events, {done.Content.Files} files");
                return VerifyCommand.Report(done.Verification, null, null, terminal);
            case RestoreOutcome.Damaged damaged:
                terminal.Complain($"备份文件不完整：{damaged.Why}", $"The file is not a whole backup: {damaged.Why}");
                return Exit.BadInput;
            case RestoreOutcome.TooNew newer:
                terminal.Complain($"备份来自更新的版本（{newer.Migration}），请先升级", $"The backup was made by a later version ({newer.Migration}): upgrade first");
                return Exit.BadInput;
            case RestoreOutcome.NotEmpty there:
                terminal.Complain($"现有台账有 {there.Events} 条记录，没有动它。确要替换，加 --force", $"The ledger there has {there.Events} events and was left alone; --force replaces it");
                return Exit.Nothing;
            default:
                throw new InvalidOperationException("an outcome nobody has heard of");
        }
    }
}
