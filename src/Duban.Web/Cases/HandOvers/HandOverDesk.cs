using System.Text.Json;
using Dapper;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Procedures;

namespace Duban.Web.Cases.HandOvers;

/// <summary>One case of a batch and where it is to go.</summary>
/// <param name="Case">Which.</param>
/// <param name="To">The unit.</param>
/// <param name="Due">The last day, or null.</param>
/// <param name="NoDueReason">Why there is none, or null.</param>
public sealed record Allotment(CaseId Case, UnitId To, DateOnly? Due, string? NoDueReason)
{
    /// <summary>The version the list was read at, for one who takes the day from the list; null for one who names it.</summary>
    public long? Seen { get; init; }

    /// <summary>Why the day is later than the list demands, or null.</summary>
    public string? LaterWhy { get; init; }

    /// <summary>The act it comes to.</summary>
    internal HandOver Act(Unit unit, string slip, string? basis, string? contact) => new(unit, slip, Due, basis, contact, NoDueReason, LaterWhy);
}

/// <summary>What became of a batch.</summary>
public abstract record BatchAnswer
{
    private BatchAnswer() { }

    /// <summary>All of it is handed over, with these slips.</summary>
    public sealed record Done(IReadOnlyList<string> Slips, int Cases) : BatchAnswer;

    /// <summary>The same request came before, or its key served another.</summary>
    public sealed record Earlier(CaseAnswer Answer) : BatchAnswer;

    /// <summary>Nothing is handed over; the reasons, by case.</summary>
    public sealed record Refused(IReadOnlyList<(CaseId Case, Reason Reason)> Reasons) : BatchAnswer;
}

/// <summary>集中交办: many cases to many units in one act and one transaction, one slip for each unit.</summary>
public sealed class HandOverDesk(CaseLedger ledger, CaseDoor door, Campaigns campaigns, SlipNumbers slipNumbers, UnitRegister units, EventStore store, City city)
{
    /// <summary>At most so many cases in one act.</summary>
    public const int Most = 2000;

    /// <summary>At most so many slips are shown for a number.</summary>
    public const int MostFound = 200;

    /// <summary>Cases of a campaign that wait to be handed over, by the unit the list names.</summary>
    public async Task<IReadOnlyList<CaseLine>> Waiting(Actor by, string campaign)
    {
        var filter = new CaseFilter { Campaign = campaign, Stages = [Stage.Graded, Stage.Returned, Stage.Registered], Size = CaseFilter.Most };
        var all = new List<CaseLine>();
        do
        {
            var (lines, next) = await CaseList.Read(store, city.Code, by, filter, default);
            all.AddRange(lines);
            filter = filter with { After = next };
        }
        while (filter.After is not null && all.Count < Most);
        return all;
    }

    /// <summary>Hands all of them over, or none.</summary>
    public async Task<BatchAnswer> HandOver(
        Actor by, string code, IReadOnlyList<Allotment> allotments, string? basis, string? contact, Keyed? once = null)
    {
        var act = door.ActOf(by);
        if (await ledger.Before(city.Code, act, once) is { } earlier) return new BatchAnswer.Earlier(earlier);
        if (await campaigns.Find(city.Code, code) is not { } campaign) return Refused(new Reason("campaign.unknown", "campaign", code));
        var tree = await units.Tree();
        // A number that is taken and not used leaves a gap: the rules are asked with one that could be, before any is.
        var likely = await slipNumbers.Next(campaign, act.Today.Year);
        if (await Against(allotments, code, tree, (a, unit) => a.Act(unit, likely, basis, contact), act) is { } refused)
            return await ledger.Before(city.Code, act, once) is { } meanwhile ? new BatchAnswer.Earlier(meanwhile) : refused;

        for (var attempt = 0; ; attempt++)
        {
            try { return await Write(campaign, allotments, tree, act, basis, contact, once); }
            // Somebody typed one of the numbers for a single slip at the same moment: the next are taken.
            catch (RowRefusedException) when (attempt < 3)
            {
            }
        }
    }

    // Numbers are taken, and all of it stands in the ledger, or none.
    private async Task<BatchAnswer> Write(Campaign campaign, IReadOnlyList<Allotment> allotments, UnitTree tree, Act act, string? basis, string? contact, Keyed? once)
    {
        var groups = await Sheets(allotments, act);
        var numbers = await slipNumbers.Take(campaign, act.Today.Year, groups.Count);
        var asked = new List<Asked>(allotments.Count);
        var slips = new List<string>(groups.Count);
        foreach (var (group, number) in groups.Zip(numbers))
        {
            var unit = tree.Find(group.Key.To)!;
            var slip = new SlipRow($"{campaign.Code}-{act.Today.Year}-{number}", campaign.SlipNumber(act.Today.Year, number), campaign.Code, unit.Id.Value, unit.Path.Value,
                act.Today, group.Key.SignBy, contact, group.Count(), act.By.Person.Value, basis);
            slips.Add(slip.SlipId);
            asked.AddRange(group.Select((a, i) => new Asked(a.Case, a.Act(unit, slip.Number, basis, contact), a.Seen)
            {
                Rows = i == 0 ? [slip.Write(city.Code), slip.WriteCase(city.Code, i, a.Case)] : [slip.WriteCase(city.Code, i, a.Case)],
            }));
        }
        var answers = await ledger.AskAll(city.Code, asked, act,
            once is null ? null : once with { Answer = JsonSerializer.SerializeToUtf8Bytes(new BatchView(slips, allotments.Count), JsonSerializerOptions.Web) });
        if (answers[0] is CaseAnswer.Repeated or CaseAnswer.KeyReused) return new BatchAnswer.Earlier(answers[0]);
        if (answers.All(a => a is CaseAnswer.Done)) return new BatchAnswer.Done(slips, allotments.Count);
        return new BatchAnswer.Refused([.. asked.Zip(answers).SelectMany(p => Why(p.Second).Select(r => (p.First.Case, r)))]);
    }

    /// <summary>The day by which the first of these cases is to be signed for if it is handed over now: each goes by the procedure it was registered under.</summary>
    public async Task<DateOnly> SignBy(IEnumerable<CaseLine> lines, Act act)
    {
        var first = DateOnly.MaxValue;
        foreach (var line in lines)
            if (await SignBy(new CaseId(line.Case), act) is var day && day < first) first = day;
        return first;
    }

    private async Task<DateOnly> SignBy(CaseId id, Act act) =>
        Duban.Domain.Cases.Acts.HandOver.SignBy((await ledger.Known(city.Code, id))?.Procedure ?? ProcedureFile.Shipped[0], act);

    // A slip has one day to sign by, so cases whose procedures give different ones stand on different slips.
    private async Task<List<IGrouping<(UnitId To, DateOnly SignBy), Allotment>>> Sheets(IReadOnlyList<Allotment> allotments, Act act)
    {
        var dated = new List<(Allotment One, DateOnly SignBy)>(allotments.Count);
        foreach (var one in allotments) dated.Add((one, await SignBy(one.Case, act)));
        return [.. dated.GroupBy(d => (d.One.To, d.SignBy), d => d.One)];
    }

    // Everything that stands against the list and each of its cases, at once.
    private async Task<BatchAnswer.Refused?> Against(IReadOnlyList<Allotment> allotments, string campaign, UnitTree tree, Func<Allotment, Unit, HandOver> rule, Act act)
    {
        if (allotments.Count is 0 or > Most) return Refused(new Reason("batch.size", "cases", allotments.Count, Most));
        if (allotments.DistinctBy(a => a.Case).Count() != allotments.Count) return Refused(new Reason("batch.twice", "cases"));
        var reasons = new List<(CaseId, Reason)>();
        foreach (var one in allotments)
        {
            if (await ledger.Known(city.Code, one.Case) is { Campaign: { } other } && other != campaign)
                reasons.Add((one.Case, new Reason("batch.other_campaign", "case", other)));
            var unit = tree.Find(one.To) is { Active: true } there ? there : null;
            var asked = new Asked(one.Case, rule(one, unit ?? new Unit(one.To, new UnitPath("0/"), "", UnitKind.Bureau)))
            {
                Typed = unit is null ? [new Reason("unit.unknown", "to", one.To.Value)] : [],
            };
            if (await ledger.Against(city.Code, asked, act) is { } against) reasons.AddRange(Why(against).Select(r => (one.Case, r)));
        }
        return reasons.Count > 0 ? new BatchAnswer.Refused(reasons) : null;
    }

    /// <summary>The slips of a campaign, newest first.</summary>
    public async Task<IReadOnlyList<SlipRow>> Slips(string campaign)
    {
        await using var db = await store.Connect();
        return
        [
            .. await db.QueryAsync<SlipRow>(
                $"{SlipRow.Select} where jurisdiction = @Code and campaign = @campaign order by handed_on desc, length(slip_id), slip_id", new { city.Code, campaign }),
        ];
    }

    /// <summary>Codes of the campaigns that have slips; below a unit where one is named.</summary>
    public async Task<IReadOnlySet<string>> WithSlips(UnitPath? below, CancellationToken ct = default)
    {
        await using var db = await store.Connect(ct);
        return (await db.QueryAsync<string>(new CommandDefinition(
            $"select distinct campaign from slips where jurisdiction = @Code {(below is null ? "" : "and unit_path >= @from and unit_path < @to")}",
            new { city.Code, from = below?.Value, to = below?.End }, cancellationToken: ct))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Slips by their number or a part of it, however typed, the newest first, at most <see cref="MostFound"/>; below a unit or of a campaign where one is named.</summary>
    public async Task<IReadOnlyList<SlipRow>> Numbered(string number, UnitPath? below, string? campaign = null, CancellationToken ct = default)
    {
        if (SlipNumber.Key(number) is not { Length: > 0 } key) return [];
        var (from, to) = (below?.Value, below is { } path ? path.End : null);
        await using var db = await store.Connect(ct);
        return
        [
            .. await db.QueryAsync<SlipRow>(new CommandDefinition(
                $"""
                {SlipRow.Select} where jurisdiction = @Code and number_key like @part {(below is null ? "" : "and unit_path >= @from and unit_path < @to")} {(campaign is null ? "" : "and campaign = @campaign")}
                order by case when number_key = @key then 0 else 1 end, handed_on desc, slip_id limit @MostFound
                """, new { city.Code, key, part = $"%{key}%", from, to, campaign, MostFound }, cancellationToken: ct)),
        ];
    }

    /// <summary>A slip with its cases as they were listed, or null.</summary>
    public async Task<(SlipRow Slip, IReadOnlyList<CaseId> Cases)?> Find(string slipId)
    {
        await using var db = await store.Connect();
        var slip = await db.QuerySingleOrDefaultAsync<SlipRow>($"{SlipRow.Select} where jurisdiction = @Code and slip_id = @slipId", new { city.Code, slipId });
        if (slip is null) return null;
        var cases = await db.QueryAsync<string>("select case_id from slip_cases where jurisdiction = @Code and slip_id = @slipId order by position", new { city.Code, slipId });
        return (slip, [.. cases.Select(c => new CaseId(c))]);
    }

    /// <summary>Why an act put to a case was not done.</summary>
    internal static IReadOnlyList<Reason> Why(CaseAnswer answer) => answer switch
    {
        CaseAnswer.Refused refused => refused.Reasons,
        CaseAnswer.Faster faster => [new Reason("case.faster", null, faster.Case.Version)],
        CaseAnswer.Unknown unknown => [new Reason("case.unknown", null, unknown.Id)],
        _ => [],
    };

    private static BatchAnswer.Refused Refused(Reason reason) => new([(default, reason)]);
}
