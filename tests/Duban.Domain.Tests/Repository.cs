namespace Duban.Domain.Tests;

/// <summary>The project's own files, for tests that hold a page or a rule's text against what the code does.</summary>
public static class Repository
{
    /// <summary>The text of a file, by its path from the root.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root(), path));

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Duban.slnx"))) return folder.FullName;
        throw new InvalidOperationException("the tests do not run inside the project");
    }
}
