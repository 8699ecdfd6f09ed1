using System.Net;
using Duban.Ledger;

namespace Duban.Web;

/// <summary>Where an installation keeps its things and where it answers.</summary>
/// <param name="Data">Folder for the SQLite ledger and the evidence files.</param>
/// <param name="Database">An SQLite path or a PostgreSQL connection string.</param>
/// <param name="Url">The address to listen on, http or https.</param>
/// <param name="Jurisdiction">The city's division code, or null for the only city in the database.</param>
/// <param name="Proxies">Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; usually none or one.</param>
public sealed record Settings(string Data, string Database, Uri Url, string? Jurisdiction, IReadOnlyList<IPNetwork> Proxies)
{
    /// <summary>The hash that a new city's chains are made with; a city that has events keeps its own.</summary>
    public ChainHash Hash { get; init; } = ChainHash.Sha256;

    /// <summary>True when every browser reaches us by https, so cookies may be bound to it.</summary>
    public bool Secure => Url.Scheme == Uri.UriSchemeHttps || Proxies.Count > 0;

    /// <summary>A cookie's name: over https it is bound to this host, so that no neighbouring site can plant one.</summary>
    public string Cookie(string name) => Secure ? $"__Host-{name}" : name;

    /// <summary>The folder of the evidence files.</summary>
    public string Files => Path.Combine(Data, "files");

    /// <summary>Reads the settings, DUBAN_DATA, DUBAN_DATABASE, DUBAN_URL, DUBAN_JURISDICTION, DUBAN_PROXIES and DUBAN_HASH.</summary>
    /// <param name="value">The value of a variable by name, or null; the command line has already had its word.</param>
    /// <param name="problems">Everything that is wrong, at once; empty when the settings can be used.</param>
    public static Settings Read(Func<string, string?> value, out IReadOnlyList<Wording> problems)
    {
        var wrong = new List<Wording>();
        var data = Path.GetFullPath(Given("DUBAN_DATA") ?? "data");
        var database = Given("DUBAN_DATABASE") ?? Path.Combine(data, "duban.db");
        var address = Given("DUBAN_URL") ?? "http://127.0.0.1:5080";
        var jurisdiction = Given("DUBAN_JURISDICTION");

        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.AbsolutePath != "/")
            wrong.Add(new($"DUBAN_URL：“{address}”不是网址，应形如 http://127.0.0.1:5080",
                $"DUBAN_URL: '{address}' is not an address such as http://127.0.0.1:5080"));
        if (File.Exists(data))
            wrong.Add(new($"DUBAN_DATA：“{data}”是文件，应为文件夹", $"DUBAN_DATA: '{data}' is a file; a folder is wanted"));
        if (Directory.Exists(database))
            wrong.Add(new($"DUBAN_DATABASE：“{database}”是文件夹，应为数据库文件或 PostgreSQL 连接字符串",
                $"DUBAN_DATABASE: '{database}' is a folder; a database file or a PostgreSQL connection string is wanted"));
        if (jurisdiction is not null && !IsCode(jurisdiction))
            wrong.Add(new($"DUBAN_JURISDICTION：“{jurisdiction}”不是六位行政区划代码，如 430400",
                $"DUBAN_JURISDICTION: '{jurisdiction}' is not a six-digit division code such as 430400"));

        var proxies = new List<IPNetwork>();
        foreach (var text in (Given("DUBAN_PROXIES") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (IPNetwork.TryParse(text, out var network)) proxies.Add(network);
            else if (IPAddress.TryParse(text, out var one)) proxies.Add(new(one, one.GetAddressBytes().Length * 8));
            else wrong.Add(new($"DUBAN_PROXIES：“{text}”不是 IP 地址或网段", $"DUBAN_PROXIES: '{text}' is not an IP address or network"));

        var name = Given("DUBAN_HASH") ?? ChainHash.Sha256.Name;
        var hash = ChainHash.Find(name.ToLowerInvariant());
        if (hash is null) wrong.Add(new($"DUBAN_HASH：“{name}”不认识，只能是 sha256 或 sm3", $"DUBAN_HASH: '{name}' is not known; sha256 or sm3 is wanted"));

        problems = wrong;
        return new(data, database, url ?? new("http://127.0.0.1:5080"), jurisdiction, proxies) { Hash = hash ?? ChainHash.Sha256 };

        string? Given(string name) => value(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
    }

    /// <summary>True for a six-digit division code.</summary>
    public static bool IsCode(string text) => text.Length == 6 && text.All(char.IsAsciiDigit);
}
