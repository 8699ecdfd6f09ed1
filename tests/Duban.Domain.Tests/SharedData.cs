namespace Duban.Domain.Tests;

/// <summary>Reference data that lies beside the project on some machines and is never part of it.</summary>
public static class SharedData
{
    /// <summary>The full path of a reference file; skips the running test, saying so, where the data is not there.</summary>
    public static string Require(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Duban.slnx"))) continue;
            var file = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", path));
            if (File.Exists(file) || Directory.Exists(file)) return file;
        }
        Assert.Skip($"../shared/data/{path} does not lie beside the project; the same rule is tested on data of the project's own");
        throw new InvalidOperationException();
    }
}
