using System.Diagnostics;

namespace Duban.Bench;

/// <summary>A PostgreSQL of the bench's own, with the server's usual settings, in a folder that is thrown away; heard on a Unix socket only.</summary>
internal sealed class BenchPostgres : IDisposable
{
    private readonly string folder;
    private readonly string bin;

    private BenchPostgres(string folder, string bin) => (this.folder, this.bin) = (folder, bin);

    /// <summary>How to connect.</summary>
    public string Address => $"Host={folder};Username=duban;Database=postgres";

    /// <summary>Starts one, or gives null when no PostgreSQL 15 or later is installed.</summary>
    public static BenchPostgres? Start()
    {
        if (Bin() is not { } bin) return null;
        var folder = Directory.CreateTempSubdirectory("duban-bench-pg-").FullName;
        if (Environment.IsPrivilegedProcess) Run("chown", "postgres", folder); // PostgreSQL refuses to run as root.
        var server = new BenchPostgres(folder, bin);
        try
        {
            server.Tool("initdb", "-D", $"{folder}/data", "-U", "duban", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
            server.Tool("pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-t", "60", "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder}'", "start");
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (File.Exists($"{folder}/data/postmaster.pid")) Tool("pg_ctl", "-D", $"{folder}/data", "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static string? Bin()
    {
        const string Installed = "/usr/lib/postgresql";
        if (!Directory.Exists(Installed)) return null;
        return Directory.GetDirectories(Installed)
            .Select(d => (Version: int.TryParse(Path.GetFileName(d), out var v) ? v : 0, Bin: Path.Combine(d, "bin")))
            .Where(d => d.Version >= 15 && File.Exists(Path.Combine(d.Bin, "initdb")))
            .OrderByDescending(d => d.Version).Select(d => d.Bin).FirstOrDefault();
    }

    private void Tool(string name, params string[] arguments)
    {
        var path = Path.Combine(bin, name);
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // The server keeps what it was started with, so its output must not be a pipe of ours.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "cd / && exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }
}
