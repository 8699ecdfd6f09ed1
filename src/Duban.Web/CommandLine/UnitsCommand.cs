using System.CommandLine;
using Duban.Web.Documents;
using Duban.Web.People;

namespace Duban.Web.CommandLine;

/// <summary><c>duban units FILE.csv</c>: adds or renews units, all of the file or nothing.</summary>
public static class UnitsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var file = new Argument<string>("FILE")
        {
            Description = terminal.Words("CSV：code,parent,name,full_name,kind,aliases,active（表头可用中文）", "CSV with the columns code,parent,name,full_name,kind,aliases,active"),
        };
        var command = new Command("units", terminal.Words("导入单位", "load units from a CSV file")) { file };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation => Load(line.GetValue(file)!, installation, terminal, ct)));
        return command;
    }

    private static async Task<int> Load(string file, Installation installation, Terminal terminal, CancellationToken ct)
    {
        if (await terminal.ReadInput(file, ct) is not { } bytes) return Exit.BadInput;
        var register = new UnitRegister(installation.Store, installation.City, installation.Clock, new(installation.Clock));
        var ruling = UnitFile.Read(Csv.Read(bytes), installation.City, await register.Tree(ct));
        if (!ruling.Allowed) return terminal.Refuse(ruling.Reasons);
        await register.Save(ruling.Facts, "duban units", ct);
        terminal.Say($"已导入 {ruling.Facts.Count} 个单位", $"{ruling.Facts.Count} units loaded");
        return Exit.Done;
    }
}
