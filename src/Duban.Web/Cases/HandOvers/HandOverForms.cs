using System.Security.Cryptography;
using System.Text;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Cases.Acts;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Parts;

namespace Duban.Web.Cases.HandOvers;

/// <summary>集中交办 in the browser: look at every unit's part, re-allot, then hand all of it over in one act.</summary>
public sealed class HandOverForms(
    HandOverDesk desk, CaseLedger ledger, CaseDoor door, Campaigns campaigns, UnitRegister units, DaysToSettle daysToSettle, HolderReader holders, Slips slips,
    City city, Flash flash)
{
    /// <summary>Fields of a meeting that settles the day of every case: three for each, a tick for each, and those for all.</summary>
    public const int MostFields = HandOverDesk.Most * 4 + 20;

    /// <summary>The desk with one unit's part open.</summary>
    public async Task<IResult> Show(HttpContext http, string? campaign, string? unit) =>
        May(http) ?? HandOverPage.Of(await Model(http, campaign, unit, [], MeetingForm.Blank));

    /// <summary>One unit's slip as it would be issued, on a sheet of its own.</summary>
    public async Task<IResult> Preview(HttpContext http, string? campaign, string? unit)
    {
        if (May(http) is { } no) return no;
        var model = await Model(http, campaign, unit, [], MeetingForm.Blank with { Contact = http.Request.Query["contact"], Basis = http.Request.Query["basis"] });
        return model.Slip is not { } slip ? Results.NotFound()
            : SlipPrintPage.Of(new([slip], new WayStep(Words.Of(http)["hand_over.title"], $"/hand-over?campaign={model.Campaign!.Code}&unit={model.Shown!.Unit}")));
    }

    /// <summary>Hands over what was on the screen; or only opens another unit's part, and everything typed stays.</summary>
    public async Task<IResult> HandOver(HttpContext http)
    {
        if (May(http) is { } no) return no;
        var sent = await Read(http);
        var (by, form, w) = (SignedIn.ActorOf(http), sent.Form, Words.Of(http));
        var code = form.Campaign ?? "";
        if (form.Look is { } look) return HandOverPage.Of(await Model(http, code, look, [], form));
        var waiting = await desk.Waiting(by, code);
        var days = await daysToSettle.Among(waiting, door.ActOf(by).Today, form);
        var (allotments, unread) = Read(waiting, days, form);
        // A list that has changed is shown again first.
        var reasons = new Reasons().When(Mark(waiting) != form.Mark, "batch.changed")
            .When(waiting.Any(l => l.Unit is null), "batch.no_unit", null, waiting.Count(l => l.Unit is null)).With(sent.Reasons).With(unread);
        if (reasons.Count == 0)
            switch (await desk.HandOver(by, code, allotments, ActReading.Optional(form.Basis), ActReading.Optional(form.Contact)))
            {
                case BatchAnswer.Done done:
                    flash.Say(http, w["hand_over.done", done.Cases, done.Slips.Count]);
                    return Results.LocalRedirect($"/slips?campaign={Uri.EscapeDataString(code)}");
                case BatchAnswer.Refused refused:
                    var shared = refused.Reasons.Where(r => IsOfAll(r.Case, r.Reason, days)).ToList();
                    reasons.When(shared.Count > 0, "batch.later_without_why", "laterWhy", shared.Count)
                        .AddRange(refused.Reasons.Except(shared).Select(r => OfCase(r.Case, r.Reason, days, w)));
                    break;
            }
        return HandOverPage.Of(await Model(http, code, form.Unit, reasons, form), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Allots the ticked cases to another unit; what is typed about days stays.</summary>
    public async Task<IResult> Allot(HttpContext http)
    {
        if (May(http) is { } no) return no;
        var sent = await Read(http);
        var form = sent.Form;
        var ticked = (form.Case ?? []).Distinct().ToList();
        var unit = UnitId.TryParse(form.To, null, out var to) && (await units.Tree()).Find(to) is { } found && MayTake(found) ? found : null;
        var reasons = new Reasons().With(sent.Reasons).When(ticked.Count == 0, "allot.none_ticked").When(unit is null, "allot.no_unit", "to");
        if (reasons.Count > 0) return await Refused(reasons, ticked);
        foreach (var id in ticked)
            if (CaseId.TryParse(id, null, out var one))
                reasons.AddRange((await Allot(one, unit!, door.ActOf(SignedIn.ActorOf(http)))).Select(r => new Reason("batch.case", null, id, ReasonWords.Of(r, Words.Of(http)))));
        return reasons.Count == 0 ? HandOverPage.Of(await Model(http, form.Campaign, form.Unit, [], form)) : await Refused(reasons, [.. reasons.Select(r => (string)r.Args[0]!)]);

        async Task<IResult> Refused(Reasons why, IReadOnlyList<string> left) =>
            HandOverPage.Of(await Model(http, form.Campaign, form.Unit, why, form) with { Allotting = new(form.To, left) }, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<FormRead<MeetingForm>> Read(HttpContext http) => FormText.Read<MeetingForm>(http.Request, FormLimits.Ordinary with { Fields = MostFields });

    // Why it was not done: another official may have handed the case over meanwhile.
    private async Task<IReadOnlyList<Reason>> Allot(CaseId id, Unit unit, Act act)
    {
        if (await ledger.Load(city.Code, id) is not { Matter: { } matter } c || matter.ProposedUnit == unit.Id) return [];
        return HandOverDesk.Why(await ledger.Ask(city.Code, new Asked(id, new Correct(matter with { ProposedUnit = unit.Id }, $"改派 {unit.Name}"), c.Version), act));
    }

    private async Task<HandingOver> Model(HttpContext http, string? code, string? unit, IReadOnlyList<Reason> reasons, MeetingForm typed)
    {
        var by = SignedIn.ActorOf(http);
        var today = door.ActOf(by).Today;
        var all = await campaigns.All(city.Code);
        var campaign = all.FirstOrDefault(c => c.Code == code) ?? (all.Count > 0 ? all[0] : null);
        var waiting = campaign is null ? [] : await desk.Waiting(by, campaign.Code);
        var tree = await units.Tree();
        var parts = waiting.GroupBy(l => l.Unit).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new UnitPart(
            g.Key, g.Key is null ? null : tree.Find(new UnitId(g.Key))?.Name ?? g.Key, [.. g.OrderBy(l => l.Case, StringComparer.Ordinal)])).ToList();
        var shown = parts.FirstOrDefault(p => p.Unit == unit) ?? (parts.Count > 0 ? parts[0] : null);
        var signBy = shown is null ? default : await desk.SignBy(shown.Lines, door.ActOf(by));
        var targets = tree.All.Where(u => u is { Active: true, Kind: UnitKind.County or UnitKind.Park or UnitKind.Bureau }).ToList();
        var (named, w) = (await holders.On(today), Words.Of(http));
        var said = (ActReading.Optional(typed.Contact), ActReading.Optional(typed.Basis));
        return new(all, campaign, parts, shown, targets, signBy, Mark(waiting), reasons)
        {
            Today = today,
            Typed = typed,
            NobodySigns = tree.All.Where(u => u.Active && (targets.Contains(u) || waiting.Any(l => l.Unit == u.Id.Value)))
                .Select(u => (u.Id, Said: named.NobodySigns(u, w))).Where(u => u.Said is not null).ToDictionary(u => u.Id, u => u.Said!),
            GivenBack = await GivenBack(waiting, tree, w),
            Days = await daysToSettle.Among(waiting, today, typed),
            Slip = campaign is null || shown is null ? null : await slips.Preview(campaign, shown, today, signBy, said, w),
        };
    }

    private async Task<Dictionary<string, string>> GivenBack(IReadOnlyList<CaseLine> waiting, UnitTree tree, Words w)
    {
        var said = new Dictionary<string, string>();
        foreach (var line in waiting.Where(l => l.Stage == CaseRow.Word(Stage.Returned)))
            if (await ledger.Known(city.Code, new CaseId(line.Case)) is { GivenBack: { } back }) said[line.Case] = GivenBackWords.Of(back, tree, w);
        return said;
    }

    private static bool MayTake(Unit unit) => unit is { Active: true, Kind: not (UnitKind.City or UnitKind.Office) };

    // What the list names holds, unless its day has passed and another is typed; where it names none, what is typed for the case. Else what is typed for all.
    private static (IReadOnlyList<Allotment> Allotments, IReadOnlyList<Reason> Unread) Read(IReadOnlyList<CaseLine> waiting, IReadOnlyList<DayToSettle> days, MeetingForm form)
    {
        var unread = new Reasons();
        var common = CommonDay.Read(form.Due, form.NoDueReason, form.LaterWhy, unread);
        var typed = days.Index().ToDictionary(d => d.Item.Line.Case, d => (Day: d.Item, Due: ActReading.Day(d.Item.Due, DayForm.DueAt(d.Index), unread)));
        // Whoever says why it is later and forgets the day would hand over what is overdue at once.
        foreach (var (i, day) in days.Index())
            unread.When(day is DayToSettle.Passed { LaterWhy: var why } && ActReading.Optional(why) is not null && IsBlank(day) && IsBlank(form.Due),
                "batch.why_without_day", DayForm.DueAt(i), day.Line.Case);
        unread.When(common.LaterWhy is not null && IsBlank(form.Due) && days.All(IsBlank), "batch.why_without_day_for_all", "due");
        return ([.. waiting.Where(l => l.Unit is not null).Select(l => common.For(Of(l, typed.GetValueOrDefault(l.Case))))], unread);

        Allotment Of(CaseLine line, (DayToSettle? Day, DateOnly? Due) typed) =>
            new(new CaseId(line.Case), new UnitId(line.Unit!), typed.Due ?? (typed.Day is DayToSettle.Passed ? common.Due : null) ?? line.ProposedDue,
                ActReading.Optional((typed.Day as DayToSettle.Unnamed)?.Instead))
            {
                Seen = line.Version,
                LaterWhy = ActReading.Optional((typed.Day as DayToSettle.Passed)?.LaterWhy),
            };
    }

    private static bool IsBlank(DayToSettle day) => IsBlank(day.Due);

    private static bool IsBlank(string? day) => string.IsNullOrWhiteSpace(day);

    // What one day for all brings about is told once for all of them.
    private static bool IsOfAll(CaseId id, Reason reason, IReadOnlyList<DayToSettle> days) => reason.Code == "handover.later_without_why"
        && days.FirstOrDefault(d => d.Line.Case == id.Value) is DayToSettle.Passed passed && string.IsNullOrWhiteSpace(passed.Due);

    // A reason about the day of a case leads to where its day is asked for.
    private static Reason OfCase(CaseId id, Reason reason, IReadOnlyList<DayToSettle> days, Words w)
    {
        if (id.Value is null) return reason;
        var (i, day) = days.Index().FirstOrDefault(d => d.Item.Line.Case == id.Value);
        var at = (day, reason.Field) switch
        {
            ({ }, "due") => DayForm.DueAt(i),
            ({ }, "noDueReason") => DayForm.ReasonAt(i),
            (DayToSettle.Passed, "laterWhy") => DayForm.LaterAt(i),
            (_, "laterWhy") => "laterWhy",
            _ => null,
        };
        return new Reason("batch.case", at, id.Value, ReasonWords.Of(reason, w));
    }

    // What a list was when it was shown: cases, units and days.
    private static string Mark(IReadOnlyList<CaseLine> lines)
    {
        var text = string.Join("\n", lines.Select(l => $"{l.Case} {l.Unit} {l.ProposedDue}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static IResult? May(HttpContext http) =>
        Rights.Refusal(SignedIn.ActorOf(http), CaseAct.HandOver, null) is null ? null : Results.StatusCode(StatusCodes.Status403Forbidden);
}
