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
        return Barred(by, one.Case) ? Results.StatusCode(StatusCodes.Status403Forbidden) : WordsPage.Of(new(one, await words.Of(one.Case.Id)));
    }

    /// <summary>Erases the words behind one reference.</summary>
    public async Task<IResult> Erase(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return Results.NotFound();
        if (Barred(by, c)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = (await FormText.Read<EraseForm>(http.Request)).Form;
        if (await words.Erase(c.Id, form.Reference ?? "", by.Person.Value, clock.GetUtcNow()) > 0) flash.Say(http, Words.Of(http)["residents.erased_now"]);
        return Results.LocalRedirect($"/cases/{c.Id}/words");
    }

    private static bool Barred(Actor by, Case c) => Rights.Refusal(by, CaseAct.DecideObjection, c.Holding?.Unit, c.CoUnits) is not null;
}

/// <summary>Whose words are erased.</summary>
public sealed record EraseForm(string? Reference);

/// <summary>What residents wrote about a case.</summary>
public sealed record WordsView(OneCase One, IReadOnlyList<Said> Said);
