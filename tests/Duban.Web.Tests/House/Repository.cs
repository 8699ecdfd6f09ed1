using System.Diagnostics;

namespace Duban.Web.Tests.House;

/// <summary>The files of the project as they lie on disk: what git keeps, or would keep once added.</summary>
public static class Repository
{
    private static readonly string[] Products = ["bin", "obj", "node_modules", "artifacts", "data", "dist", "TestResults", ".git"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Listed().Where(f => File.Exists(Path.Combine(Root, f))).Order(StringComparer.Ordinal)];

    /// <summary>The files below some folders that end in one of these ways.</summary>
    public static IEnumerable<string> Below(string[] folders, params string[] endings) =>
        Files.Where(f => folders.Any(d => f.StartsWith(d, StringComparison.Ordinal)) && endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>The text of a file.</summary>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The lines of a file, with their numbers from 1.</summary>
    public static IEnumerable<(int Number, string Text)> Lines(string file) =>
        File.ReadLines(Path.Combine(Root, file)).Select((text, i) => (i + 1, text));

    /// <summary>Fails with one line for each offence.</summary>
    public static void None(string rule, IEnumerable<string> offences)
    {
        var found = offences.ToList();
        Assert.True(found.Count == 0, $"{rule}\n{string.Join('\n', found)}");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Duban.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run inside the project");
    }

    // A downloaded archive has no history: there, everything but what a build leaves counts.
    private static IEnumerable<string> Listed() => Path.Exists(Path.Combine(Root, ".git")) ? OfGit()
        : Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => Products.Contains(part)));

    private static string[] OfGit()
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0 && listed.Length > 0, "git does not list the project's files");
        return listed.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
