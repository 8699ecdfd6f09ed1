using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Acts;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Cases.HandOvers;

/// <summary>The machine doors of the hand-over desk.</summary>
public static class HandOversApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapHandOversApi(this RouteGroupBuilder api)
    {
        api.MapPost("/hand-overs", HandOver).WithName("hand-over-batch").WithTags("hand-overs").Accepts<BatchForm>("application/json")
            .Produces<BatchView>().ProducesProblem(403).ProducesProblem(422).KeyedByTheLedger()
            .WithSummary("Hands many cases over in one act: all or none, one slip for each unit; each case has a day or a reason for none, its own or that of the whole list.");
        api.MapGet("/slips", Slips).WithName("slips").WithTags("hand-overs").Produces<IReadOnlyList<SlipRow>>().ProducesProblem(422)
            .WithSummary($"The caller's slips: those of a campaign, or up to {HandOverDesk.MostFound} by their number or a part of it, however it is typed; the newest first.");
        api.MapGet("/slips/{slip}", Slip).WithName("slip").WithTags("hand-overs").Produces<SlipAnswer>().ProducesProblem(404).WithSummary("A slip and its cases, in the order they were listed.");
        api.MapPost("/slips/{slip}/sign", Sign).WithName("sign-slip").WithTags("hand-overs").Accepts<SlipSignForm>("application/json")
            .Produces<SlipSignedView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422)
            .WithSummary("The unit signs for the cases of a slip, all of them unless some are named; those that cannot be signed for are named with their reasons.");
    }

    private static async Task<IResult> Sign(HttpContext http, string slip, SlipSigning signing)
    {
        var read = await FormText.Read<SlipSignForm>(http.Request, FormLimits.Ordinary with { Fields = HandOverDesk.Most + 10 });
        var by = SignedIn.ActorOf(http);
        if (await signing.Find(by, slip) is not { } found) return Problems.Unknown(new Reason("slip.unknown", null, slip));
        if (Rights.Refusal(by, CaseAct.SignFor, new UnitPath(found.Slip.UnitPath)) is { } refusal) return Problems.Refused([refusal]);
        if (read.Reasons.Count > 0) return Problems.Refused(read.Reasons);
        // None at all means the whole slip, so an entry that says nothing must not be passed over.
        if (read.Form.Cases?.Any(string.IsNullOrWhiteSpace) == true) return Problems.Refused([new Reason("field.required", "cases")]);
        var done = await signing.Sign(by, found, [.. (read.Form.Cases ?? []).OfType<string>().Select(c => c.Trim()).Distinct()]);
        // Nothing at all came of it: that is a refusal, each reason by its case.
        if (done.Signed.Count + done.Already.Count == 0 && done.Refused.Count > 0)
            return Problems.Refused([.. done.Refused.SelectMany(r => r.Reasons.Select(reason => reason with { Field = r.Case }))]);
        var w = Words.Of(http);
        return Results.Ok(new SlipSignedView(
            found.Slip.SlipId, done.Signed, done.Already, [.. done.Refused.Select(r => new NotSigned(r.Case, [.. r.Reasons.Select(x => ProblemReason.Of(x, w))]))]));
    }

    private static async Task<IResult> HandOver(HttpContext http, HandOverDesk desk)
    {
        var read = await FormText.Read<BatchForm>(http.Request, FormLimits.Ordinary with { Fields = HandOverDesk.Most * 6 });
        var by = SignedIn.ActorOf(http);
        if (Rights.Refusal(by, CaseAct.HandOver, null) is { } refusal) return Problems.Refused([refusal]);
        var (allotments, reasons) = read.Form.Read();
        if (read.Reasons.Count + reasons.Count > 0) return Problems.Refused([.. read.Reasons, .. reasons]);
        var once = MachineHeaders.KeyOf(http) is { } key ? new Keyed(key, JsonSerializer.SerializeToUtf8Bytes(new { form = nameof(BatchForm), typed = read.Form })) : null;
        return await desk.HandOver(by, read.Form.Campaign?.Trim() ?? "", allotments, read.Form.Basis, read.Form.Contact, once) switch
        {
            BatchAnswer.Done done => Results.Ok(new BatchView(done.Slips, done.Cases)),
            BatchAnswer.Earlier earlier => new CaseResult(earlier.Answer),
            BatchAnswer.Refused refused => Problems.Refused([.. refused.Reasons.Select(r => r.Reason with { Field = r.Case.Value is { } c ? $"{c}.{r.Reason.Field}" : r.Reason.Field })]),
            _ => throw new InvalidOperationException("a batch is done or refused"),
        };
    }

    private static async Task<IResult> Slips(HttpContext http, string? campaign, string? number, HandOverDesk desk)
    {
        var (code, typed) = (campaign?.Trim(), number?.Trim());
        if (string.IsNullOrEmpty(code) && string.IsNullOrEmpty(typed)) return Problems.Refused([new Reason("slips.which", "number")]);
        var found = typed is { Length: > 0 }
            ? await desk.Numbered(typed, SlipPages.Below(http), string.IsNullOrEmpty(code) ? null : code, http.RequestAborted) : await desk.Slips(code!);
        return Results.Ok(found.Where(s => SlipPages.Sees(http, s)));
    }

    private static async Task<IResult> Slip(HttpContext http, string slip, HandOverDesk desk)
    {
        var by = SignedIn.ActorOf(http);
        if (await desk.Find(slip) is not { } found || Rights.Refusal(by, CaseAct.See, new UnitPath(found.Slip.UnitPath)) is not null)
            return Problems.Unknown(new Reason("slip.unknown", null, slip));
        return Results.Ok(new SlipAnswer(found.Slip, [.. found.Cases.Select(c => c.Value)]));
    }
}

/// <summary>A batch as typed.</summary>
/// <param name="Campaign">The campaign's code.</param>
/// <param name="Cases">Which cases go where.</param>
/// <param name="Basis">What the deadlines rest on.</param>
/// <param name="Contact">Whom the units may call.</param>
/// <param name="Due">The last day of those cases for which neither a day nor a reason is given.</param>
/// <param name="NoDueReason">Or the reason why they have none.</param>
/// <param name="LaterWhy">Why days are later than the list demands, for those cases that give no reason of their own.</param>
public sealed record BatchForm(
    string? Campaign, IReadOnlyList<BatchLine>? Cases, string? Basis, string? Contact, string? Due, string? NoDueReason, string? LaterWhy = null)
{
    /// <summary>The allotments, and what could not be read.</summary>
    public (IReadOnlyList<Allotment> Allotments, IReadOnlyList<Reason> Reasons) Read()
    {
        var reasons = new Reasons();
        var days = new Reasons();
        var common = CommonDay.Read(Due, NoDueReason, LaterWhy, days);
        var allotments = (Cases ?? []).Select((line, i) =>
        {
            if (!CaseId.TryParse(line.Case?.Trim(), null, out var id)) reasons.Add(new Reason("case.unknown", $"cases[{i}].case", line.Case));
            if (!UnitId.TryParse(line.To?.Trim(), null, out var to)) reasons.Add(new Reason("unit.unknown", $"cases[{i}].to", line.To));
            return common.For(new(id, to, ActReading.Day(line.Due, $"cases[{i}].due", days), ActReading.Optional(line.NoDueReason)) { LaterWhy = ActReading.Optional(line.LaterWhy) });
        }).ToList();
        return (allotments, [.. reasons, .. days]);
    }
}

/// <summary>A case of a batch as typed.</summary>
/// <param name="Case">Its number.</param>
/// <param name="To">The unit's code.</param>
/// <param name="Due">The last day.</param>
/// <param name="NoDueReason">Why it has none, e.g. 立行立改 or 长期坚持.</param>
/// <param name="LaterWhy">Why its day is later than the list demands.</param>
public sealed record BatchLine(string? Case, string? To, string? Due, string? NoDueReason, string? LaterWhy = null);

/// <summary>A batch that is done.</summary>
/// <param name="Slips">One slip for each unit.</param>
/// <param name="Cases">How many cases.</param>
public sealed record BatchView(IReadOnlyList<string> Slips, int Cases);

/// <summary>Which cases of a slip are signed for.</summary>
/// <param name="Cases">Their numbers; nothing for all.</param>
public sealed record SlipSignForm(IReadOnlyList<string?>? Cases);

/// <summary>What became of signing a slip.</summary>
/// <param name="Slip">Which.</param>
/// <param name="Signed">Cases that are signed for now.</param>
/// <param name="Already">Cases that were before; they stay as they are.</param>
/// <param name="NotSigned">Cases that could not be.</param>
public sealed record SlipSignedView(string Slip, IReadOnlyList<string> Signed, IReadOnlyList<string> Already, IReadOnlyList<NotSigned> NotSigned);

/// <summary>A case that was not signed for, and why.</summary>
public sealed record NotSigned(string Case, IReadOnlyList<ProblemReason> Reasons);

/// <summary>A slip and its cases.</summary>
public sealed record SlipAnswer(SlipRow Slip, IReadOnlyList<string> Cases);
