using System.Globalization;
using Dapper;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.Documents;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.Calendar;
using Duban.Web.Cases;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Documents.Import;

/// <summary>What an import did, or would do.</summary>
/// <param name="Draft">The file as read.</param>
/// <param name="Created">Cases made now, or to be made.</param>
/// <param name="Duplicates">Rows that are cases already.</param>
/// <param name="KeptBack">Rows that cannot become cases yet.</param>
public sealed record Imported(LedgerDraft Draft, int Created, int Duplicates, int KeptBack)
{
    /// <summary>The cases of the rows that were made now, in the order of the rows.</summary>
    public IReadOnlyList<CaseId> Cases { get; init; } = [];

    /// <summary>Deadlines that are over on the day of the import.</summary>
    public IReadOnlyList<PassedDeadline> Passed { get; init; } = [];

    /// <summary>Rows that were not reached because the import was stopped; importing the same list again goes on with them.</summary>
    public int Left { get; init; }
}

/// <summary>From a clerk's list to registered cases: good rows are kept, the others named; the same list a second time makes nothing new.</summary>
public sealed class CaseImport(
    CaseLedger ledger, Campaigns campaigns, ProcedureCatalog procedures, UnitRegister units, ColumnMappings mappings, WorkCalendars calendars, EventStore store,
    City city, TimeProvider clock)
{
    /// <summary>The setting that holds the city's box: west, south, east, north in degrees.</summary>
    public const string AreaSetting = "city.area";

    private const int Chunk = 200;

    private static readonly Statement InsertRow = new(
        "insert into import_rows (jurisdiction, campaign, fingerprint, case_id, import_id) values (@jurisdiction, @campaign, @fingerprint, @case, @import)",
        "jurisdiction", "campaign", "fingerprint", "case", "import");

    /// <summary>Reads a file against this city's units, box and saved mappings; nothing is written.</summary>
    public async Task<LedgerDraft> Read(
        WorkbookSource file, IReadOnlyList<ColumnMapping>? corrected = null, IReadOnlyDictionary<string, SheetChoice>? choices = null,
        CancellationToken ct = default, Corrections? corrections = null)
    {
        var mended = corrections ?? Corrections.None;
        var options = new ImportOptions(mended.Teach(new UnitDirectory((await units.Tree(ct)).All.Where(u => u.Active))), Today)
        {
            Area = await Box(ct),
            Mappings = [.. corrected ?? [], .. await mappings.All(ct)],
            Choices = choices ?? mended.Choices,
            Corrections = mended,
        };
        return LedgerReader.Read(file, options, ct);
    }

    /// <summary>Why nothing can be imported into a campaign today, however good the list; null when it can.</summary>
    /// <remarks>A campaign of an older ledger may name a version of its procedure whose day has not come.</remarks>
    public async Task<Reason?> Against(Campaign campaign) =>
        await procedures.Find(city.Code, campaign.Procedure, campaign.ProcedureVersion) is var walked && walked.IsInForce(Today)
            ? null : new Reason("procedure.not_yet", "campaign", walked.From);

    /// <summary>What importing the draft into the campaign would do.</summary>
    public async Task<Imported> Preview(LedgerDraft draft, string campaign)
    {
        var ready = draft.Ready.ToList();
        var known = await Known(campaign, ready);
        var fresh = ready.Count(r => !IsKnown(r, known));
        return new(draft, fresh, ready.Count - fresh, draft.Rows.Count - ready.Count) { Passed = draft.PassedBy(Today) };
    }

    /// <summary>Registers the rows that are no cases yet, a few hundred to a transaction; broken off, a second run makes the rest.</summary>
    public async Task<Imported> Import(LedgerDraft draft, Campaign campaign, Actor by, CancellationToken ct = default)
    {
        var procedure = await procedures.Find(city.Code, campaign.Procedure, campaign.ProcedureVersion);
        var ready = draft.Ready.ToList();
        var (created, importId) = (new List<CaseId>(), Guid.CreateVersion7().ToString("N"));
        var reached = 0;
        foreach (var rows in ready.Chunk(Chunk))
        {
            // Stopped in the middle, what is done must still be told and recorded.
            if (created.Count > 0 && ct.IsCancellationRequested) break;
            ct.ThrowIfCancellationRequested();
            reached += rows.Length;
            created.AddRange(await Register(rows, draft.File, campaign, procedure, by, importId));
        }
        var done = new Imported(draft, created.Count, reached - created.Count, draft.Rows.Count - ready.Count)
        {
            Cases = created,
            Left = ready.Count - reached,
            Passed = draft.PassedBy(Today),
        };
        await Record(done, campaign, by, importId);
        return done;
    }

    private DateOnly Today => calendars.Of(city.Code).LocalDate(clock.GetUtcNow());

    private async Task<IReadOnlyList<CaseId>> Register(DraftRow[] rows, string file, Campaign campaign, Procedure procedure, Actor by, string importId)
    {
        for (var attempt = 0; ; attempt++)
        {
            var known = await Known(campaign.Code, rows);
            var fresh = rows.Where(r => !IsKnown(r, known)).DistinctBy(r => r.Fingerprint).ToList();
            if (fresh.Count == 0) return [];
            var taken = fresh.Select(r => r.Fingerprint).ToHashSet();
            var numbers = await campaigns.TakeNumbers(city.Code, campaign.Code, fresh.Count);
            RowWrite Mark(string mark, CaseId id) => new(InsertRow, city.Code, campaign.Code, mark, id.Value, importId);
            var asked = fresh.Zip(numbers, (row, id) => new Asked(id, new Register(id.Value, campaign.Code, DraftMatter.Of(row, file)) { Level = DraftMatter.LevelOf(row) })
            {
                Procedure = procedure,
                Rows = [.. Marks(row).Where(mark => mark == row.Fingerprint || taken.Add(mark)).Select(mark => Mark(mark, id))],
            }).ToList();
            try
            {
                var answers = await ledger.AskAll(city.Code, asked, new Act(by, clock.GetUtcNow(), calendars.Of(city.Code)));
                if (answers.All(a => a is CaseAnswer.Done)) return [.. asked.Select(a => a.Case)];
                if (answers.OfType<CaseAnswer.Refused>().FirstOrDefault(r => r.Reasons.Count > 0) is { } refused)
                    throw new InvalidOperationException($"an imported row was refused: {string.Join(", ", refused.Reasons.Select(r => $"{r.Code} {r.Field}"))}");
            }
            catch (RowRefusedException) when (attempt < 3)
            {
                // Somebody imported the same list at the same moment: what they made is known now.
            }
            if (attempt >= 3) throw new InvalidOperationException("numbers for the imported cases are taken again and again");
        }
    }

    private static IEnumerable<string> Marks(DraftRow row) =>
        row.CorrectedFingerprint is { } corrected && corrected != row.Fingerprint ? [row.Fingerprint, corrected] : [row.Fingerprint];

    private static bool IsKnown(DraftRow row, HashSet<string> known) => Marks(row).Any(known.Contains);

    private async Task<HashSet<string>> Known(string campaign, IReadOnlyCollection<DraftRow> rows)
    {
        var known = new HashSet<string>();
        await using var db = await store.Connect();
        foreach (var some in rows.SelectMany(Marks).Chunk(500))
            known.UnionWith(await db.QueryAsync<string>(
                $"select fingerprint from import_rows where jurisdiction = @Code and campaign = @campaign and {store.Dialect.Among("fingerprint", "@some")}",
                new { city.Code, campaign, some }));
        foreach (var row in rows)
            if (await IsExported(campaign, row)) known.Add(row.Fingerprint);
        return known;
    }

    // A ledger of ours that comes back names its cases by their numbers, whatever unit has them by now.
    private async Task<bool> IsExported(string campaign, DraftRow row) =>
        row[LedgerField.Number] is { } number && number.StartsWith(campaign + "-", StringComparison.Ordinal)
        && CaseId.TryParse(number, null, out var id) && await ledger.Known(city.Code, id) is { Matter: { } matter }
        && ClerkText.Dense(matter.Description) == ClerkText.Dense(row.Written(LedgerField.Description));

    private async Task<Area?> Box(CancellationToken ct)
    {
        var sides = (await Cities.Setting(store, city, AreaSetting, ct))?.Split(',').Select(s => decimal.Parse(s, CultureInfo.InvariantCulture)).ToArray();
        return sides is [var west, var south, var east, var north] ? new Area(west, south, east, north) : null;
    }

    private Task Record(Imported done, Campaign campaign, Actor by, string importId) => store.Write((db, tx) => db.ExecuteAsync(
        """
        insert into imports (jurisdiction, import_id, campaign, file, sha256, rows, created, duplicates, kept_back, imported_by, imported_at)
        values (@Code, @importId, @campaign, @File, @Fingerprint, @rows, @Created, @Duplicates, @KeptBack, @by, @at)
        """, new
        {
            city.Code,
            importId,
            campaign = campaign.Code,
            done.Draft.File,
            done.Draft.Fingerprint,
            rows = done.Draft.Rows.Count,
            done.Created,
            done.Duplicates,
            done.KeptBack,
            by = by.Person.Value,
            at = clock.GetUtcNow(),
        }, tx));
}
