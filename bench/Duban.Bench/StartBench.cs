using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Duban.Bench;

/// <summary>The published program with the demo city: from the start of its process to the first whole page, and its memory once nobody asks any more.</summary>
internal static class StartBench
{
    private const int Starts = 5, Pages = 5_000;
    private static readonly TimeSpan quiet = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("duban-bench-").FullName;
        try
        {
            var (program, data) = (Path.Combine(folder, "program"), Path.Combine(folder, "data"));
            await Done(Process.Start(Quiet("dotnet", "publish", Path.Combine(Root(), "src", "Duban.Web"), "-c", "Release", "-o", program, "-p:RestoreLockedMode=true", "-nodeReuse:false", "-p:UseSharedCompilation=false"))!);
            var dll = Path.Combine(program, "Duban.Web.dll");
            await Done(Process.Start(Quiet("dotnet", dll, "demo", "--load-only", "--data", data))!);
            var (waits, memory) = (new List<double>(), 0.0);
            for (var i = 0; i < Starts; i++)
            {
                var url = $"http://127.0.0.1:{FreePort()}";
                var clock = Stopwatch.StartNew();
                using var server = Process.Start(Quiet("dotnet", dll, "serve", "--data", data, "--url", url))!;
                await FirstPage(url, server);
                waits.Add(clock.Elapsed.TotalSeconds);
                if (i == Starts - 1) memory = await Idle(new(url), server);
                server.Kill();
                await server.WaitForExitAsync();
            }
            var first = waits.Order().ElementAt(Starts / 2);
            return
            [
                new("cold start of the published program to its first page", "–", $"{first:0.00} s, at most {waits.Max():0.00} s", "–", "< 2 s", first < 2),
                new($"memory (VmRSS) of the same program, idle for {quiet.TotalSeconds:N0} s after {Pages:N0} pages", "–", $"{memory:N0} MB", "–", "< 200 MB", memory < 200),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FirstPage(string url, Process server)
    {
        using var client = new HttpClient();
        while (!server.HasExited)
        {
            try
            {
                if ((await client.GetStringAsync($"{url}/sign-in")).Contains("</html>", StringComparison.Ordinal)) return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }
        throw new InvalidOperationException($"the program ended with {server.ExitCode}");
    }

    private static async Task<double> Idle(Uri url, Process server)
    {
        var page = Wire.Request("GET", "/sign-in", "");
        Wire.Run(url, 16, Pages, _ => page);
        await Task.Delay(quiet);
        var line = File.ReadLines($"/proc/{server.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Duban.slnx"))) return folder.FullName;
        throw new InvalidOperationException("the bench runs from the repository");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo Quiet(string program, params string[] arguments) => new("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]);

    private static async Task Done(Process process)
    {
        using (process)
        {
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new InvalidOperationException($"{process.StartInfo.ArgumentList[2]} {process.StartInfo.ArgumentList[3]} ended with {process.ExitCode}");
        }
    }
}
