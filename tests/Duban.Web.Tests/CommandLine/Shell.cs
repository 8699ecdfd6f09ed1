using Duban.Web.CommandLine;

namespace Duban.Web.Tests.CommandLine;

/// <summary>Somebody at a terminal: runs <c>duban</c> lines on one ledger and keeps what they write in a folder that goes with it.</summary>
internal sealed class Shell : IDisposable
{
    private const string English = "C.UTF-8";

    private readonly string? database;
    private readonly string locale;
    private readonly Dictionary<string, string> set = [];

    private Shell(string? database, string locale) => (this.database, this.locale) = (database, locale);

    /// <summary>The data folder, and the place for files.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("duban-").FullName;

    /// <summary>A terminal before a fresh, empty folder.</summary>
    public static Shell Fresh(string locale = English) => new(null, locale);

    /// <summary>A terminal that works on a town's ledger.</summary>
    public static Shell Of(Town town, string locale = English) => new(town.Database, locale);

    /// <summary>A path in the folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Writes a file into the folder; answers its path.</summary>
    public string File(string name, string content)
    {
        System.IO.File.WriteAllText(Path(name), content);
        return Path(name);
    }

    /// <summary>Writes a file into the folder; answers its path.</summary>
    public string File(string name, byte[] content)
    {
        System.IO.File.WriteAllBytes(Path(name), content);
        return Path(name);
    }

    /// <summary>Runs a line.</summary>
    public Task<Said> Run(params string[] line) => Type("", line);

    /// <summary>Runs a line with something typed or piped into it.</summary>
    public async Task<Said> Type(string input, params string[] line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await Root.Run(line, Terminal.For(new StringReader(input), output, error, Variable));
        return new(exit, output.ToString(), error.ToString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The same terminal with a variable set.</summary>
    public Shell With(string name, string value)
    {
        set[name] = value;
        return this;
    }

    private string? Variable(string name) => set.TryGetValue(name, out var value) ? value : name switch
    {
        "DUBAN_DATA" => Folder,
        "DUBAN_DATABASE" => database,
        "LANG" => locale,
        _ => null,
    };
}

/// <summary>What a line answered.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Said(int Exit, string Out, string Error);
