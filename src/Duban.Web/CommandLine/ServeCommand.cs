using System.CommandLine;

namespace Duban.Web.CommandLine;

/// <summary><c>duban serve</c>: answers until it is asked to stop, then finishes what is under way.</summary>
public static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var command = new Command("serve", terminal.Words("启动网站", "serve the web application"));
        command.SetAction((line, ct) => place.Guarded(line, terminal, settings => Serve(settings, terminal, ct)));
        return command;
    }

    /// <summary>Serves until stopped.</summary>
    public static async Task<int> Serve(Settings settings, Terminal terminal, CancellationToken ct)
    {
        await using var app = DubanHost.Build(await Installation.Open(settings, ct));
        await app.StartAsync(ct);
        var city = app.Services.GetRequiredService<City>();
        foreach (var url in app.Urls) terminal.Say($"督办 · {city.Name}：{url}", $"Duban, {city.Name}: {url}");
        await app.WaitForShutdownAsync(ct);
        return Exit.Done;
    }
}
