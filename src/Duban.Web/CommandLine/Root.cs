using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace Duban.Web.CommandLine;

/// <summary>The <c>duban</c> command: its table of contents, and what becomes of a line that cannot be understood.</summary>
public static class Root
{
    /// <summary>Runs one command line and answers its exit code (see <see cref="Exit"/>).</summary>
    public static async Task<int> Run(IReadOnlyList<string> args, Terminal terminal)
    {
        // The parser's own sentences follow the thread's language; nothing else here reads it.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(terminal.Chinese ? "zh-Hans" : "en");
        var line = Create(terminal).Parse(args);
        if (line.Errors.Count > 0)
        {
            foreach (var error in line.Errors) terminal.Error.WriteLine(error.Message);
            terminal.Complain("输入 duban --help 查看用法。", "See duban --help.");
            return Exit.BadInput;
        }
        try
        {
            return await line.InvokeAsync(new()
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // Longer than the host takes to finish the requests under way.
                ProcessTerminationTimeout = TimeSpan.FromSeconds(25),
            });
        }
        catch (OperationCanceledException)
        {
            return Exit.Nothing;
        }
    }

    private static Command Create(Terminal terminal)
    {
        var place = new Place(terminal);
        // The framework's own root would call itself after the program's file.
        var root = new Command("duban", terminal.Words("督办：从交办到销号，一件不落。", "Duban: from hand-over to strike-off, not one case lost."))
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
        foreach (var option in place.Options) root.Add(option);
        root.Add(ServeCommand.Create(terminal, place));
        root.Add(MigrateCommand.Create(terminal, place));
        root.Add(UnitsCommand.Create(terminal, place));
        root.Add(VerifyCommand.Create(terminal, place));
        root.Add(SealsCommand.Create(terminal, place));
        root.Add(BackupCommand.Create(terminal, place));
        root.Add(RestoreCommand.Create(terminal, place));
        root.Add(UserCommand.Create(terminal, place));
        root.Add(DemoCommand.Create(terminal, place));
        root.Add(ImportCommand.Create(terminal, place));
        root.Add(ExportCommand.Create(terminal, place));
        root.Add(CalendarCommand.Create(terminal, place));
        root.Add(DispatchCommand.Create(terminal));
        return root;
    }
}
