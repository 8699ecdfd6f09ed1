using System.CommandLine;
using System.Data.Common;
using Duban.Ledger;

namespace Duban.Web.CommandLine;

/// <summary>Opens what a command works on, and says in words why it could not.</summary>
public static class Opening
{
    /// <summary>Runs work on the city of the settings; a storage that cannot be opened is exit 1, a bad setting exit 2.</summary>
    public static Task<int> OnCity(this Place place, ParseResult line, Terminal terminal, CancellationToken ct, Func<Installation, Task<int>> work) =>
        place.Guarded(line, terminal, async settings =>
        {
            await using var installation = await Installation.Open(settings, ct);
            return await work(installation);
        });

    /// <summary>Runs work on a ledger that must be there already: a name mistyped is exit 2, and no empty ledger is made and called whole.</summary>
    public static Task<int> OnLedger(this Place place, ParseResult line, Terminal terminal, Func<Settings, Task<int>> work) =>
        place.Guarded(line, terminal, settings =>
        {
            if (EventStore.MayBeThere(settings.Database)) return work(settings);
            terminal.Complain($"没有台账 {settings.Database}", $"There is no ledger {settings.Database}");
            return Task.FromResult(Exit.BadInput);
        });

    /// <summary>Runs work that opens the storage itself, with the same answers to the same faults.</summary>
    public static async Task<int> Guarded(this Place place, ParseResult line, Terminal terminal, Func<Settings, Task<int>> work)
    {
        if (place.Settings(line) is not { } settings) return Exit.BadInput;
        try
        {
            return await work(settings);
        }
        catch (NoCityException fault)
        {
            terminal.Complain(fault.Wording);
            return Exit.BadInput;
        }
        catch (Exception fault) when (fault is StorageException or DbException or IOException or UnauthorizedAccessException)
        {
            terminal.Complain($"无法使用数据库或文件夹：{fault.Message}", $"The database or folder cannot be used: {fault.Message}");
            return Exit.Nothing;
        }
    }
}
