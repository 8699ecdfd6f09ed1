using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Residents.Codes;
using Duban.Web.Shell;

namespace Duban.Web.Residents.Office;

/// <summary>The sheets of codes, for the office: printed by whoever drew them within a day, made anew after it.</summary>
public sealed class CodesDesk(CaseReader reader, CaseDoor door, SurveyCodes codes, Flash flash, Settings settings)
{
    /// <summary>All sheets of the round.</summary>
    public async Task<IResult> Show(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Read(by, id) is not { } one) return Results.NotFound();
        if (Barred(by, one.Case)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var sheets = await codes.Sheets(one.Case);
        return CodesPage.Of(new(one, sheets, await codes.Drawers(sheets), Against(one.Case, one.Act)));
    }

    /// <summary>A sheet to print and cut.</summary>
    public async Task<IResult> Print(HttpContext http, string id, string sheet)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Read(by, id) is not { } one) return Results.NotFound();
        if (Barred(by, one.Case)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if ((await codes.Sheets(one.Case)).FirstOrDefault(s => s.Id == sheet) is not { } found || !found.IsFor(by.Person.Value, one.Act.At)) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return CodeSheetPage.Of(new(one, codes.Codes(found), Resident.AddressOf(http, settings, "/a")));
    }

    /// <summary>Makes the unanswered codes anew.</summary>
    public async Task<IResult> Renew(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return Results.NotFound();
        var act = door.ActOf(by);
        if (Barred(by, c)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var w = Words.Of(http);
        flash.Say(http, Against(c, act) is [var first, ..] ? ReasonWords.Of(first, w) : w["residents.renewed", await codes.Renew(c, act)]);
        return Results.LocalRedirect($"/cases/{c.Id}/codes");
    }

    /// <summary>All sheets of the round, for a program.</summary>
    public async Task<IResult> SheetsApi(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return Problems.UnknownCase(id);
        if (Rights.Refusal(by, CaseAct.DrawSample, c.Holding?.Unit, c.CoUnits) is { } no) return Problems.Refused([no]);
        var at = door.ActOf(by).At;
        return Results.Ok((await codes.Sheets(c)).Select(s => new SheetAnswer(
            s.Id, s.DrawnAt, s.Codes, s.IsFor(by.Person.Value, at) ? [.. codes.Codes(s).Select(k => k.Value)] : null)));
    }

    /// <summary>Makes the unanswered codes anew, for a program.</summary>
    public async Task<IResult> RenewApi(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return Problems.UnknownCase(id);
        if (Rights.Refusal(by, CaseAct.DrawSample, c.Holding?.Unit, c.CoUnits) is { } no) return Problems.Refused([no]);
        var act = door.ActOf(by);
        return Against(c, act) is { Count: > 0 } reasons ? Problems.Refused(reasons) : Results.Ok(new RenewedAnswer(await codes.Renew(c, act)));
    }

    // Who worked on the case, or verified it, must not hold the residents' codes either.
    private static IReadOnlyList<Reason> Against(Case c, Act act) =>
    [
        .. FourEyes.Independent(c, act.By), .. FourEyes.NotCountyVerifier(c, act.By) is { } eyes ? new[] { eyes } : [],
        .. c.Survey is { Passed: null } s && act.Today <= s.AnswerBy ? Array.Empty<Reason>() : [new Reason("residents.no_survey")],
    ];

    private static bool Barred(Actor by, Case c) => Rights.Refusal(by, CaseAct.DrawSample, c.Holding?.Unit, c.CoUnits) is not null;
}

/// <summary>The sheets of a case's round.</summary>
/// <param name="One">The case.</param>
/// <param name="Sheets">The newest first.</param>
/// <param name="Drawers">Who drew them.</param>
/// <param name="Against">What stands against making codes anew.</param>
public sealed record CodesView(OneCase One, IReadOnlyList<Sheet> Sheets, HeldPosts Drawers, IReadOnlyList<Reason> Against);

/// <summary>Slips to tear off.</summary>
/// <param name="One">The case.</param>
/// <param name="Codes">In the clear.</param>
/// <param name="Address">Where a code is typed.</param>
public sealed record CodeSheet(OneCase One, IReadOnlyList<Code> Codes, Uri Address);
