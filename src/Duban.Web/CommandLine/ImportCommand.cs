using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Documents.Import;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;

namespace Duban.Web.CommandLine;

/// <summary><c>duban import FILE --campaign CODE [--dry-run] [--json]</c>: registers the rows of a list as cases.</summary>
public static class ImportCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <summary>The command.</summary>
    public static Command Create(Terminal terminal, Place place)
    {
        var file = new Argument<string>("file") { Description = terminal.Words(".xlsx、.xls 或 .csv 台账", "a ledger: .xlsx, .xls or .csv") };
        var campaign = new Option<string>("--campaign") { Required = true, Description = terminal.Words("专项代号，如 AQ；还没有的会新开", "the campaign's code, e.g. AQ; opened when it is not there yet") };
        var dry = new Option<bool>("--dry-run") { Description = terminal.Words("只看会怎样，不写入", "show what would happen, write nothing") };
        var json = new Option<bool>("--json") { Description = terminal.Words("以 JSON 输出", "print JSON") };
        var command = new Command("import", terminal.Words("导入台账", "import a list")) { file, campaign, dry, json };
        command.SetAction((line, ct) => place.OnCity(line, terminal, ct, installation => Run(
            installation, terminal, line.GetValue(file)!, line.GetValue(campaign)!, line.GetValue(dry), line.GetValue(json), ct)));
        return command;
    }

    private static async Task<int> Run(Installation installation, Terminal terminal, string path, string code, bool dry, bool json, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            terminal.Complain($"没有文件 {path}", $"There is no file {path}");
            return Exit.BadInput;
        }
        await using var shop = Workshop.Open(installation);
        var import = shop.The<CaseImport>();
        await shop.The<Duban.Web.Calendar.WorkCalendars>().Refresh(installation.City.Code);
        WorkbookSource source;
        await using (var stream = File.OpenRead(path)) source = await WorkbookSource.Take(Path.GetFileName(path), stream, ct: ct);
        var draft = await import.Read(source, ct: ct);
        var campaign = await Campaign(installation, shop, code);
        if (campaign.Check() is { Count: > 0 } reasons)
        {
            foreach (var reason in reasons) terminal.Error.WriteLine(ReasonWords.Of(reason, Words(terminal, shop)));
            return Exit.BadInput;
        }
        var unread = draft.Failure is not null || draft.Rows.Count == 0;
        if (!unread && await shop.The<Campaigns>().Find(installation.City.Code, code) is null)
            terminal.Complain(
                $"还没有专项 {code}，{(dry ? "将" : "已")}按短程序新开；名称、程序可在“专项与程序”里改",
                $"There {(dry ? "is" : "was")} no campaign {code}: it {(dry ? "would be" : "was")} opened on the short path; its name and procedure can be changed under Campaigns");
        var done = dry || unread ? await import.Preview(draft, code) : await Write(installation, shop, draft, campaign, ct);
        if (json) terminal.Out.WriteLine(JsonSerializer.Serialize(ImportReport.Of(done, Words(terminal, shop)), Json));
        else Tell(done, dry, terminal, Words(terminal, shop));
        if (done.Left > 0) terminal.Complain($"已中断，还有 {done.Left} 行没有导入；再导入一次会接着做", $"Stopped with {done.Left} rows to go; import again to go on");
        return unread ? Exit.BadInput : done.KeptBack + done.Left > 0 ? Exit.Partly : Exit.Done;
    }

    private static async Task<Imported> Write(Installation installation, Workshop shop, LedgerDraft draft, Campaign campaign, CancellationToken ct)
    {
        // Only now: a list that cannot be read opens nothing. False where it is there already.
        await shop.The<Campaigns>().Open(installation.City.Code, campaign, new(Workshop.Operator(installation.City, campaign.Office).Person.Value, shop.The<TimeProvider>().GetUtcNow()));
        return await shop.The<CaseImport>().Import(draft, campaign, Workshop.Operator(installation.City, campaign.Office), ct);
    }

    // A list for a campaign nobody has opened yet begins it, on the short path and under the first office.
    private static async Task<Campaign> Campaign(Installation installation, Workshop shop, string code)
    {
        if (await shop.The<Campaigns>().Find(installation.City.Code, code) is { } known) return known;
        var office = (await shop.The<UnitRegister>().Tree()).All.FirstOrDefault(u => u.Kind == UnitKind.Office)?.Id ?? new UnitId(installation.City.Code);
        var procedure = ProcedureFile.Shipped.First(p => p.Code == "short");
        return new Campaign(code, new(code, code), procedure.Code, procedure.Version, office, Duban.Domain.Calendar.WorkCalendar.China.LocalDate(shop.The<TimeProvider>().GetUtcNow()), null);
    }

    private static void Tell(Imported done, bool dry, Terminal terminal, Words words)
    {
        terminal.Say(
            $"{done.Draft.Rows.Count} 行：{(dry ? "将新建" : "新建")} {done.Created} 件，已有 {done.Duplicates} 件，留待补充 {done.KeptBack} 行；看懂时限 {done.Draft.DeadlinesUnderstood} 个",
            $"{done.Draft.Rows.Count} rows: {done.Created} {(dry ? "to be created" : "created")}, {done.Duplicates} there already, {done.KeptBack} kept back; {done.Draft.DeadlinesUnderstood} deadlines understood");
        foreach (var (unit, count) in done.Draft.PerUnit) terminal.Out.WriteLine($"  {unit} {count}");
        foreach (var problem in done.Draft.Problems) terminal.Out.WriteLine($"{problem.Sheet} {problem.Cell} {ProblemWords.Of(problem, words)}".Trim());
    }

    private static Words Words(Terminal terminal, Workshop shop) => new(
        CultureInfo.GetCultureInfo(terminal.Chinese ? "zh-CN" : "en"), shop.The<TimeProvider>().GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}
