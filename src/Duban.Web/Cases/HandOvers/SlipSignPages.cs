using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.People;
using Duban.Web.Shell;

namespace Duban.Web.Cases.HandOvers;

/// <summary>整单签收 in the browser: every case of the slip with a tick, and one button.</summary>
public static class SlipSignPages
{
    /// <summary>The slip with what waits ticked.</summary>
    public static async Task<IResult> Show(HttpContext http, string slip, SlipSigning signing, UnitRegister units)
    {
        if (await Found(http, slip, signing) is not { } found) return Results.NotFound();
        return Barred(http, found) ?? SlipSignPage.Of(new(found, await units.Tree(), null));
    }

    /// <summary>Signs for those that are ticked; what cannot be signed for is named, and what could be is done.</summary>
    public static async Task<IResult> Sign(HttpContext http, string slip, SlipSigning signing, UnitRegister units, Flash flash)
    {
        if (await Found(http, slip, signing) is not { } found) return Results.NotFound();
        if (Barred(http, found) is { } no) return no;
        var chosen = (await http.Request.ReadFormAsync(http.RequestAborted))["case"].OfType<string>().Distinct().ToList();
        if (chosen.Count == 0)
            return SlipSignPage.Of(new(found, await units.Tree(), null) { Reasons = [new Reason("slip.none_chosen")] }, StatusCodes.Status422UnprocessableEntity);
        var done = await signing.Sign(SignedIn.ActorOf(http), found, chosen);
        var w = Words.Of(http);
        if (done.Refused.Count == 0)
        {
            flash.Say(http, w["slip_sign.done", done.Signed.Count, found.Slip.Number]);
            return Results.LocalRedirect("/to-sign");
        }
        var reasons = done.Refused.SelectMany(r => r.Reasons.Select(reason => new Reason("batch.case", null, r.Case, ReasonWords.Of(reason, w)))).ToList();
        return SlipSignPage.Of(new((await Found(http, slip, signing))!, await units.Tree(), done) { Reasons = reasons },
            done.Signed.Count > 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<SlipToSign?> Found(HttpContext http, string slip, SlipSigning signing) => signing.Find(SignedIn.ActorOf(http), slip);

    private static IResult? Barred(HttpContext http, SlipToSign slip) =>
        Rights.Refusal(SignedIn.ActorOf(http), CaseAct.SignFor, new UnitPath(slip.Slip.UnitPath)) is null ? null : Results.StatusCode(StatusCodes.Status403Forbidden);
}

/// <summary>The page of a slip to sign for.</summary>
/// <param name="Slip">The slip and its cases.</param>
/// <param name="Units">The city's units.</param>
/// <param name="Done">What was just done in part, or null.</param>
public sealed record SlipSignView(SlipToSign Slip, UnitTree Units, SlipSigned? Done)
{
    /// <summary>What could not be done, by case.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];
}
