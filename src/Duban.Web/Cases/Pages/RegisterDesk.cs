using System.Text.Json;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases.Pages;

/// <summary>The pages on which a matter begins: a lead, a case from a lead, a case outright.</summary>
public sealed class RegisterDesk(Registering registering, CaseReader reader, ActDesk acts, UnitRegister units, Campaigns campaigns, ReporterWords reporter, Flash flash, City city)
{
    /// <summary>立项登记 outright: the empty form.</summary>
    public Task<IResult> New(HttpContext http) =>
        Blank(http, CaseAct.Register, "new", TypedForm.Of(new RegisterForm(null, null, null, null, null, null, null, null, null)), typeof(RegisterForm));

    /// <summary>立项登记 outright, as it was sent.</summary>
    public async Task<IResult> AddNew(HttpContext http)
    {
        var (read, sent) = await ActDesk.Read<RegisterForm>(http);
        var answer = await registering.Register(SignedIn.ActorOf(http), null, read, null, sent.Once);
        return await Begun(http, answer, CaseAct.Register, "new", TypedForm.Of(read.Form), typeof(RegisterForm));
    }

    /// <summary>上报线索: the empty form.</summary>
    public Task<IResult> Report(HttpContext http) => Blank(http, CaseAct.Report, "report", TypedForm.Of(new LeadForm(null, null, null, null)), typeof(LeadForm));

    /// <summary>上报线索, as it was sent.</summary>
    public async Task<IResult> AddReport(HttpContext http)
    {
        var (read, sent) = await ActDesk.Read<LeadForm>(http);
        var answer = await registering.Report(SignedIn.ActorOf(http), read, sent.Once);
        return await Begun(http, answer, CaseAct.Report, "report", TypedForm.Of(read.Form), typeof(LeadForm));
    }

    /// <summary>立项登记 of a lead: the form with the lead's words in it.</summary>
    public async Task<IResult> OfLead(HttpContext http, string id)
    {
        if (await reader.Read(SignedIn.ActorOf(http), id) is not { } one) return Results.NotFound();
        if (ActDesk.Barred(one, CaseAct.Register)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var typed = Prefill.Of(typeof(RegisterForm), one, Words.Of(http), null, null, one.FromResident ? await reporter(one.Case.Id) : null);
        return ActPage.Of(await acts.Sheet(http, one, typeof(RegisterForm), "register", CaseAct.Register, typed) with { Standing = ActDesk.Against(one, CaseAct.Register) });
    }

    /// <summary>立项登记 of a lead, as it was sent.</summary>
    public async Task<IResult> RegisterLead(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } lead) return Results.NotFound();
        var (read, sent) = await ActDesk.Read<RegisterForm>(http);
        var answer = await registering.Register(by, lead, read, sent.Seen, sent.Once);
        return await acts.Answer(http, by, lead, answer, typeof(RegisterForm), "register", CaseAct.Register, TypedForm.Of(read.Form), sent.Seen);
    }

    private async Task<IResult> Blank(HttpContext http, CaseAct kind, string name, TypedForm typed, Type form) =>
        Rights.Refusal(SignedIn.ActorOf(http), kind, null) is not null ? Results.StatusCode(StatusCodes.Status403Forbidden)
            : ActPage.Of(await Sheet(http, kind, name, typed, form));

    private async Task<ActSheet> Sheet(HttpContext http, CaseAct kind, string name, TypedForm typed, Type form)
    {
        var w = Words.Of(http);
        var choices = new ActChoices(new Case(default, ProcedureFile.Shipped[0]), await units.Tree(), w) { Open = kind == CaseAct.Register ? await campaigns.All(city.Code) : [] };
        return new(name, CaseActs.Text(kind, w), $"/cases/{name}", ActFields.Of(form, choices), typed) { Once = Guid.NewGuid().ToString("N") };
    }

    private async Task<IResult> Begun(HttpContext http, CaseAnswer answer, CaseAct kind, string name, TypedForm typed, Type form)
    {
        switch (answer)
        {
            case CaseAnswer.Done done:
                flash.Say(http, Words.Of(http)["case.begun", done.Case.Number ?? done.Case.Id.Value]);
                return Results.LocalRedirect(await reader.Find(SignedIn.ActorOf(http), done.Case.Id.Value) is null ? $"/cases/{name}" : $"/cases/{done.Case.Id}");
            case CaseAnswer.Repeated repeated:
                using (var earlier = JsonDocument.Parse(repeated.Answer))
                {
                    var id = earlier.RootElement.GetProperty("case").GetString()!;
                    return Results.LocalRedirect(await reader.Find(SignedIn.ActorOf(http), id) is null ? $"/cases/{name}" : $"/cases/{id}");
                }
            case CaseAnswer.Refused refused when refused.Reasons.Any(r => r.Code.StartsWith("rights.", StringComparison.Ordinal)):
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            case CaseAnswer.Refused refused:
                return ActPage.Of(await Sheet(http, kind, name, typed, form) with { Refused = refused.Reasons }, StatusCodes.Status422UnprocessableEntity);
            default:
                return Results.StatusCode(StatusCodes.Status409Conflict);
        }
    }
}
