using System.CommandLine;

namespace Duban.Web.CommandLine;

/// <summary><c>duban migrate</c>: makes or updates the tables and, for a fresh installation, names its city.</summary>
public static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var code = new Option<string>("--city") { Description = terminal.Words("城市的六位区划代码，如 430400", "the city's six-digit division code, e.g. 430400") };
        var name = new Option<string>("--name") { Description = terminal.Words("城市名称，如 衡阳市", "the city's name") };
        var command = new Command("migrate", terminal.Words("建立或更新数据库表", "create or update the database's tables")) { code, name };
        command.SetAction((line, ct) => place.Guarded(line, terminal, settings =>
            Migrate(settings, line.GetValue(code), line.GetValue(name), terminal, ct)));
        return command;
    }

    private static async Task<int> Migrate(Settings settings, string? code, string? name, Terminal terminal, CancellationToken ct)
    {
        if ((code is null) != string.IsNullOrWhiteSpace(name) || code is not null && !Settings.IsCode(code))
        {
            terminal.Complain("新城市需要六位代码和名称：--city 430400 --name 衡阳市", "A city needs six digits and a name: --city 430400 --name Hengyang");
            return Exit.BadInput;
        }
        await using var store = await Installation.OpenStore(settings, ct);
        if (code is not null) await Cities.Save(store, new(code, name!.Trim()), ct);
        terminal.Say($"数据库已是最新：{Shown(settings)}", $"The database is up to date: {Shown(settings)}");
        return Exit.Done;
    }

    // A connection string may carry a password; a path does not.
    private static string Shown(Settings settings) => settings.Database.Contains('=', StringComparison.Ordinal) ? "PostgreSQL" : settings.Database;
}
