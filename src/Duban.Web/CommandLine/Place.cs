using System.CommandLine;

namespace Duban.Web.CommandLine;

/// <summary>The options every command takes: which installation it works on. They win over the environment.</summary>
public sealed class Place
{
    private readonly Dictionary<string, Option<string>> options;
    private readonly Terminal terminal;

    /// <summary>The options in the terminal's language.</summary>
    public Place(Terminal terminal)
    {
        this.terminal = terminal;
        options = new()
        {
            ["DUBAN_DATA"] = Make("--data", "数据文件夹（DUBAN_DATA，默认 ./data）", "data folder (DUBAN_DATA, ./data by default)"),
            ["DUBAN_DATABASE"] = Make("--database", "SQLite 文件或 PostgreSQL 连接字符串（DUBAN_DATABASE）", "SQLite file or PostgreSQL connection string (DUBAN_DATABASE)"),
            ["DUBAN_URL"] = Make("--url", "监听地址（DUBAN_URL，默认 http://127.0.0.1:5080）", "address to listen on (DUBAN_URL, http://127.0.0.1:5080 by default)"),
            ["DUBAN_JURISDICTION"] = Make("--jurisdiction", "城市的六位区划代码（DUBAN_JURISDICTION）", "the city's six-digit division code (DUBAN_JURISDICTION)"),
        };
    }

    /// <summary>The options, for the root command.</summary>
    public IEnumerable<Option> Options => options.Values;

    /// <summary>The settings after the command line has had its word; null, with complaints printed, when they cannot be used.</summary>
    public Settings? Settings(ParseResult line)
    {
        var settings = Web.Settings.Read(
            name => (options.TryGetValue(name, out var option) ? line.GetValue(option) : null) ?? terminal.Variable(name), out var problems);
        foreach (var problem in problems) terminal.Complain(problem);
        if (line.GetValue(options["DUBAN_DATABASE"])?.Contains("password=", StringComparison.OrdinalIgnoreCase) == true)
        {
            terminal.Complain("密码不能写在命令行上（别人看得到），请用环境变量 DUBAN_DATABASE。", "A password on the command line is seen by others; put it into DUBAN_DATABASE.");
            return null;
        }
        return problems.Count == 0 ? settings : null;
    }

    private Option<string> Make(string name, string chinese, string english) =>
        new(name) { Description = terminal.Words(chinese, english), Recursive = true };
}
