using System.CommandLine;

namespace Duban.Web.CommandLine;

/// <summary><c>duban import FILE --campaign CODE [--dry-run] [--json]</c>: registers the rows of a list as cases.</summary>
public static class ImportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Words(".xlsx、.xls 或 .csv 台账", "a ledger: .xlsx, .xls or .csv") };
        var campaign = new Option<string>("--campaign")
        {
            Required = true,
            Description = terminal.Words("专项代号，如 AQ；还没有的会新开", "the campaign's code, e.g. AQ; opened when it is not there yet"),
        };
        var dry = new Option<bool>("--dry-run") { Description = terminal.Words("只看会怎样，不写入", "show what would happen, write nothing") };
        var json = new Option<bool>("--json") { Description = terminal.Words("以 JSON 输出", "print JSON") };
        var command = new Command("import", terminal.Words("导入台账", "import a list")) { file, campaign, dry, json };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, async installation =>
        {
            await using var shop = Workshop.Open(installation);
            return await new ImportWork(installation, shop, terminal).Run(
                line.GetValue(file)!, line.GetValue(campaign)!, line.GetValue(dry), line.GetValue(json), ct);
        }));
        return command;
    }
}
