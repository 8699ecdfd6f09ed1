using System.CommandLine;
using System.Globalization;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Clock;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using MiniExcelLibs;

namespace Duban.Web.CommandLine;

/// <summary><c>duban export FILE --campaign CODE</c>: the ledger of a campaign in the columns officials keep, as .xlsx or .csv.</summary>
public static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var file = new Argument<string>("FILE") { Description = terminal.Words("要写的 .xlsx 或 .csv", "the .xlsx or .csv to write") };
        var campaign = new Option<string>("--campaign") { Required = true, Description = terminal.Words("专项代号", "the campaign's code") };
        var command = new Command("export", terminal.Words("导出台账", "export a campaign's ledger")) { file, campaign };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, async installation =>
        {
            await using var shop = Workshop.Open(installation);
            return await Run(installation, shop, terminal, line.GetValue(file)!, line.GetValue(campaign)!, ct);
        }));
        return command;
    }

    private static async Task<int> Run(Installation installation, Workshop shop, Terminal terminal, string path, string code, CancellationToken ct)
    {
        if (Kind(path) is not { } kind)
        {
            terminal.Complain($"文件名要以 .xlsx 或 .csv 结尾：{path}", $"The file must end in .xlsx or .csv: {path}");
            return Exit.BadInput;
        }
        if (await shop.The<Campaigns>().Find(installation.City.Code, code) is null)
        {
            terminal.Complain($"没有专项 {code}", $"There is no campaign {code}");
            return Exit.BadInput;
        }
        // The headings officials know are Chinese, whoever exports.
        var words = (terminal with { Chinese = true }).Reader(installation.Clock);
        var rows = await Rows(installation, shop, code, words, ct);
        // Whole or not at all: the file takes its name when it is complete.
        var half = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Guid.NewGuid():N}{Path.GetExtension(path)}");
        MiniExcel.SaveAs(half, rows, excelType: kind); // What SaveAsAsync writes is no valid sheet.
        File.Move(half, path, overwrite: true);
        terminal.Say($"已导出 {rows.Count} 件到 {path}", $"{rows.Count} cases exported to {path}");
        return rows.Count > 0 ? Exit.Done : Exit.Nothing;
    }

    private static ExcelType? Kind(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".xlsx" => ExcelType.XLSX,
        ".csv" => ExcelType.CSV,
        _ => null,
    };

    private static async Task<List<Dictionary<string, object?>>> Rows(
        Installation installation, Workshop shop, string code, Words w, CancellationToken ct)
    {
        var (city, units, ledger) = (installation.City.Code, await shop.The<UnitRegister>().Tree(ct), shop.The<CaseLedger>());
        var reader = new Actor(new PersonId("operator"), Role.Reader, new UnitPath($"{city}/"), UnitKind.City);
        var filter = new CaseFilter { Campaign = code, Open = null, Size = CaseFilter.Most };
        var rows = new List<Dictionary<string, object?>>();
        do
        {
            var (lines, next) = await CaseList.Read(installation.Store, city, reader, filter, w.Today, ct);
            foreach (var line in lines)
                if (await ledger.Known(city, new CaseId(line.Case)) is { Matter: { } matter } c)
                    rows.Add(Row(c, matter, line, units, w).ToDictionary(cell => cell.Key, cell => cell.Value is string text ? Plain(text) : cell.Value));
            filter = filter with { After = next };
        }
        while (filter.After is not null);
        return [.. rows.OrderBy(r => r["编号"] as string, StringComparer.Ordinal)];
    }

    private static Dictionary<string, object?> Row(Case c, Matter matter, CaseLine line, UnitTree units, Words w) => new()
    {
        ["编号"] = c.Number,
        ["责任单位"] = line.Unit is { } unit ? units.Find(new UnitId(unit))?.Name ?? unit : "",
        ["行业领域"] = matter.Sector,
        ["部位或场所"] = matter.Title,
        ["隐患描述"] = matter.Description,
        ["等级"] = c.Level is { } level ? w[$"level.{CaseRow.Word(level)}"] : "",
        ["治理措施"] = c.Plan is { } plan ? string.Join('；', plan.Measures.Select(m => m.Text)) : matter.Measures ?? "",
        ["资金"] = c.Plan?.Funds ?? "",
        ["责任人"] = c.Plan?.Leader.Value ?? matter.Responsible ?? "",
        ["时限"] = (line.TotalDue ?? matter.ProposedDue)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? matter.DueWords ?? "",
        ["应急措施"] = c.Plan?.Contingency ?? "",
        ["环节"] = HandWords.Stage(line.Stage, line.Round, w),
        ["轮次"] = c.Round,
        ["反弹"] = c.Relapses,
    };

    // A text that begins like a formula is text in a spreadsheet too, whichever column it stands in.
    private static string Plain(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..] ? "'" + text : text;
}
