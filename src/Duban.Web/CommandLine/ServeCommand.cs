using System.CommandLine;
using System.Net.Sockets;

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
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception fault) when (fault is SocketException or IOException { InnerException: not null } or InvalidOperationException)
        {
            // The address is taken or is not this machine's, or there is no certificate for https.
            terminal.Complain($"不能在 {settings.Url} 上启动：{fault.Message}", $"Cannot serve {settings.Url}: {fault.Message}");
            return Exit.Nothing;
        }
        var city = app.Services.GetRequiredService<City>();
        foreach (var url in app.Urls) terminal.Say($"督办 · {city.Name}：{url}", $"Duban, {city.Name}: {url}");
        await app.WaitForShutdownAsync(ct);
        return Exit.Done;
    }
}
