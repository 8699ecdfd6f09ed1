using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Residents.Office;

/// <summary>What residents wrote about a case, for the office, and its erasure.</summary>
public sealed class WordsDesk(CaseReader reader, ResidentWords words, Flash flash, TimeProvider clock)
{
    /// <summary>All of it.</summary>
    public async Task<IResult> Show(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Read(by, id) is not { } one) return Results.NotFound();
        return Barred(by, one.Case) ? Results.StatusCode(StatusCodes.Status403Forbidden) : WordsPage.Of(new(one, await words.Of(one.Case.Id), await words.Later(one.Case.Id)));
    }

    /// <summary>Erases the words behind one reference.</summary>
    public async Task<IResult> Erase(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return Results.NotFound();
        if (Barred(by, c)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = (await FormText.Read<EraseForm>(http.Request)).Form;
        if (await words.Erase(c.Id, form.Reference ?? "", by.Person.Value, clock.GetUtcNow(), form.Later == "true") is > 0 and var erased)
            flash.Say(http, Words.Of(http)[erased > 1 ? "residents.erased_several" : "residents.erased_now", erased]);
        return Results.LocalRedirect($"/cases/{c.Id}/words");
    }

    private static bool Barred(Actor by, Case c) => Rights.Refusal(by, CaseAct.DecideObjection, c.Holding?.Unit, c.CoUnits) is not null;
}

/// <summary>Whose words are erased.</summary>
/// <param name="Reference">What the ledger knows them by.</param>
/// <param name="Later"><c>true</c> takes along what the reporter said later.</param>
public sealed record EraseForm(string? Reference, string? Later);

/// <summary>What residents wrote about a case.</summary>
/// <param name="One">The case.</param>
/// <param name="Said">Their words, the newest first.</param>
/// <param name="Later">How many words its reporter added later, wherever they lie.</param>
public sealed record WordsView(OneCase One, IReadOnlyList<Said> Said, int Later);
