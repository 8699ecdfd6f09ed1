using System.Text.Encodings.Web;
using System.Text.Json;
using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Calendar;
using Duban.Web.Documents.Import;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;

namespace Duban.Web.CommandLine;

/// <summary>What <c>duban import</c> does once its line is understood.</summary>
internal sealed class ImportWork(Installation installation, Workshop shop, Terminal terminal)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private readonly Words words = terminal.Reader(installation.Clock);
    private readonly CaseImport import = shop.The<CaseImport>();
    private readonly Campaigns campaigns = shop.The<Campaigns>();

    private string City => installation.City.Code;

    public async Task<int> Run(string path, string code, bool dry, bool json, CancellationToken ct)
    {
        await using var file = terminal.OpenInput(path);
        if (file is null) return Exit.BadInput;
        await shop.The<WorkCalendars>().Refresh(City, ct);
        var draft = await import.Read(await WorkbookSource.Take(Path.GetFileName(path), file, ct: ct), ct: ct);
        var known = await campaigns.Find(City, code);
        var campaign = known ?? await NewCampaign(code);
        if (campaign.Check() is { Count: > 0 } reasons) return terminal.Refuse(reasons);
        if (await import.Against(campaign) is { } against) return terminal.Refuse([against]);
        if (known is null && !draft.Unread) draft = draft with { Problems = [.. draft.Problems, OpeningNote(code)] };
        var done = dry || draft.Unread ? await import.Preview(draft, code) : await Write(draft, campaign, known is null, ct);
        if (json) terminal.Out.WriteLine(JsonSerializer.Serialize(ImportReport.Of(done, words), Json));
        else Tell(done, dry);
        if (done.Left > 0)
            terminal.Complain($"已中断，还有 {done.Left} 行没有导入；再导入一次会接着做", $"Stopped with {done.Left} rows to go; import again to go on");
        return Answer(done);
    }

    // A dry run answers what the import would.
    private static int Answer(Imported done) => done.Draft.Unread ? Exit.BadInput
        : done.Created == 0 ? Exit.Nothing
        : done.KeptBack + done.Left > 0 ? Exit.Partly
        : Exit.Done;

    // Only a list that can be read opens a campaign.
    private async Task<Imported> Write(LedgerDraft draft, Campaign campaign, bool open, CancellationToken ct)
    {
        var by = Workshop.Operator(installation.City, campaign.Office);
        if (open) await campaigns.Open(City, campaign, new(by.Person.Value, installation.Clock.GetUtcNow()));
        return await import.Import(draft, campaign, by, ct);
    }

    // A list for a campaign nobody has opened yet begins it, on the short path and under the first office.
    private async Task<Campaign> NewCampaign(string code)
    {
        var office = (await shop.The<UnitRegister>().Tree()).All.FirstOrDefault(u => u.Kind == UnitKind.Office)?.Id ?? new UnitId(City);
        var procedure = ProcedureFile.Shipped.First(p => p.Code == "short");
        var today = WorkCalendar.China.LocalDate(installation.Clock.GetUtcNow());
        return new Campaign(code, new(code, code), procedure.Code, procedure.Version, office, today, null);
    }

    private static Problem OpeningNote(string code) => new("", "", "import.campaign_opened", code, null, Severity.Note);

    private void Tell(Imported done, bool dry)
    {
        var draft = done.Draft;
        terminal.Say(
            $"{draft.Rows.Count} 行：{(dry ? "将新建" : "新建")} {done.Created} 件，已有 {done.Duplicates} 件，"
                + $"留待补充 {done.KeptBack} 行；看懂时限 {draft.DeadlinesUnderstood} 个",
            $"{draft.Rows.Count} rows: {done.Created} {(dry ? "to be created" : "created")}, {done.Duplicates} there already, "
                + $"{done.KeptBack} kept back; {draft.DeadlinesUnderstood} deadlines understood");
        foreach (var (unit, count) in draft.PerUnit) terminal.Out.WriteLine($"  {unit} {count}");
        foreach (var problem in draft.Problems) terminal.Out.WriteLine($"{problem.Sheet} {problem.Cell} {ProblemWords.Whole(problem, words)}".Trim());
        if (PassedWords.Of(done.Passed, words) is { } passed) terminal.Out.WriteLine(passed);
    }
}
