using System.Globalization;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Acts;
using Duban.Web.Cases.Files;
using Duban.Web.Cases.HandOvers;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Standing = Duban.Domain.Cases.Standing;

namespace Duban.Web.Cases.Pages;

/// <summary>Shows the form of an act, takes what was typed to the case, and answers with a page.</summary>
public sealed class ActDesk(
    CaseReader reader, CaseDoor door, FileIntake intake, Campaigns campaigns, SlipNumbers slipNumbers, ObjectionWords objections, AnswerWords answers,
    ReporterWords reporter, Flash flash, City city)
{
    // Every form of ours says which version it was drawn from: one that does not is out of date, whatever it was drawn from.
    private const long Unseen = -1;

    // Acts that are signed with the notice's objections in sight.
    private static readonly Type[] Objected = [typeof(DecideObjectionForm), typeof(EndNoticeForm), typeof(StrikeOffForm)];

    /// <summary>The empty form.</summary>
    public async Task<IResult> Show<TForm>(HttpContext http, string id, ActDoor<TForm> act) where TForm : class, IActForm
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Read(by, id) is not { } one) return Results.NotFound();
        if (Barred(one, act.Kind)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var slip = typeof(TForm) == typeof(HandOverForm) ? await NextSlip(one) : null;
        var typed = Prefill.Of(typeof(TForm), one, Words.Of(http), slip, http.Request.Query["reference"]);
        return ActPage.Of(await Sheet(http, one, typeof(TForm), act.Name, act.Kind, typed) with { Standing = Against(one, act.Kind) });
    }

    /// <summary>The form as it was sent.</summary>
    public async Task<IResult> Put<TForm>(HttpContext http, string id, ActDoor<TForm> act) where TForm : class, IActForm
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return Results.NotFound();
        var (read, sent) = await Read<TForm>(http);
        if (Rights.Refusal(by, act.Kind, c.Holding?.Unit, c.CoUnits) is null) read = await intake.WithPhotos(http, read);
        var slip = read.Form is HandOverForm && c.Campaign is not null ? await NextSlip(await reader.Read(by, c)) : null;
        var answer = await door.Put(by, c.Id, read, sent.Seen, sent.Once);
        if (answer is CaseAnswer.Done && read.Form is HandOverForm used && used.Slip?.Trim() == slip && slip is not null) await campaigns.TakeSlips(city.Code, c.Campaign!, 1);
        return await Answer(http, by, c, answer, typeof(TForm), act.Name, act.Kind, TypedForm.Of(read.Form), sent.Seen);
    }

    /// <summary>What became of an act, as a page.</summary>
    public async Task<IResult> Answer(HttpContext http, Actor by, Case before, CaseAnswer answer, Type form, string name, CaseAct kind, TypedForm typed, long? seen)
    {
        switch (answer)
        {
            case CaseAnswer.Done done:
                var one = await reader.Read(by, done.Case);
                flash.Say(http, Words.Of(http)["case.recorded", string.Join(Words.Of(http).English ? "; " : "；", done.Events.Take(3).Select(e => CaseSentences.Of(e, Words.Of(http), one.Units)))]);
                return Results.LocalRedirect(await reader.Find(by, before.Id.Value) is null ? "/cases" : $"/cases/{before.Id}");
            case CaseAnswer.Repeated:
                return Results.LocalRedirect($"/cases/{before.Id}");
            case CaseAnswer.Faster faster:
                var moved = await reader.Read(by, faster.Case);
                return ActPage.Of(await Sheet(http, moved, form, name, kind, typed) with
                {
                    Standing = Against(moved, kind),
                    Meanwhile = seen == Unseen ? [] : [.. moved.History.Skip((int)Math.Clamp(seen ?? 0, 0, moved.History.Count))],
                }, StatusCodes.Status409Conflict);
            case CaseAnswer.Refused refused when refused.Reasons.Any(r => r.Code.StartsWith("rights.", StringComparison.Ordinal)):
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            case CaseAnswer.Refused refused:
                return await Refused(http, await reader.Read(by, refused.Case), refused.Reasons, form, name, kind, typed);
            case CaseAnswer.KeyReused:
                return await Refused(http, await reader.Read(by, before), [new Reason("once.key_reused")], form, name, kind, typed);
            default:
                return Results.NotFound();
        }
    }

    /// <summary>The page of an act without anything said against it.</summary>
    public async Task<ActSheet> Sheet(HttpContext http, OneCase one, Type form, string name, CaseAct kind, TypedForm typed)
    {
        var w = Words.Of(http);
        var choices = new ActChoices(one.Case, one.Units, w)
        {
            People = form == typeof(PlanForm) ? await reader.People(one.Case, one.Act.Today) : [],
            NobodySigns = unit => one.Holders.NobodySigns(unit, w),
            Said = Objected.Contains(form) && !Barred(one, CaseAct.DecideObjection) ? await objections(one.Case) : new Dictionary<string, string>(),
            Open = form == typeof(RegisterForm) ? await campaigns.All(city.Code) : [],
        };
        return new(name, TitleOf(name, kind, w), one.Path(name), ActFields.Of(form, choices), typed)
        {
            Kind = kind,
            One = one,
            Notes = [.. Notes(one, form, w)],
            Once = Guid.NewGuid().ToString("N"),
            Answers = one.Case.Survey is not null && !Barred(one, CaseAct.DecideObjection) ? await answers(one.Case) : new Dictionary<string, string>(),
            Objections = choices.Said,
            Reporter = form == typeof(RegisterForm) && one.FromResident ? await reporter(one.Case.Id) : null,
        };
    }

    private static IEnumerable<ActNote> Notes(OneCase one, Type form, Words w) =>
        form == typeof(HandOverForm) ? HandOverNotes(one, w)
        : form == typeof(ExtensionForm) || (form == typeof(DecideForm) && one.Case.Request is { Track: SideTrack.Extension }) ? MeasureNotes(one, w) : [];

    private static IEnumerable<ActNote> HandOverNotes(OneCase one, Words w)
    {
        if (one.Case.GivenBack is { } back) yield return new(GivenBackWords.Of(back, one.Units, w)) { Warns = true };
        if (one.Matter.ProposedDue is { } day && day < one.Act.Today) yield return new(w["case.listed_day_passed", w.Day(day)]) { Warns = true };
    }

    // More time for the whole is none for its parts: which measure takes longer, the unit says in its plan, and an approver reads it.
    private static IEnumerable<ActNote> MeasureNotes(OneCase one, Words w)
    {
        if (one.Case.Plan is { Measures: { Count: > 0 } measures })
            yield return new(w["case.measures_keep", measures.Count, w.Day(measures.Max(m => m.Due))])
            {
                Way = Barred(one, CaseAct.FilePlan) ? null : new(w["case.revise_plan"], one.Path("plan")),
            };
    }

    /// <summary>What stands against an act before anything is typed.</summary>
    public static IReadOnlyList<Reason> Against(OneCase one, CaseAct kind) => Standing.Of(kind, one.Case, one.Act);

    /// <summary>True when the act is not this reader's at all.</summary>
    public static bool Barred(OneCase one, CaseAct kind) => Rights.Refusal(one.Act.By, kind, one.Case.Holding?.Unit, one.Case.CoUnits) is not null;

    /// <summary>An act's name: its door's own words, or those of the list of rights.</summary>
    public static string TitleOf(string name, CaseAct kind, Words w) => w.Knows($"door.{name}") ? w[$"door.{name}"] : CaseActs.Text(kind, w);

    /// <summary>A page's form with the version it was drawn from and its key.</summary>
    public static async Task<(FormRead<TForm> Read, (long? Seen, string? Once) Sent)> Read<TForm>(HttpContext http) where TForm : class
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var once = form["once"].ToString();
        return (FormText.Read<TForm>(form),
            (long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : Unseen, once.Length is > 0 and <= 64 ? once : null));
    }

    private async Task<IResult> Refused(HttpContext http, OneCase one, IReadOnlyList<Reason> reasons, Type form, string name, CaseAct kind, TypedForm typed) =>
        ActPage.Of(await Sheet(http, one, form, name, kind, typed) with { Refused = reasons, Standing = Against(one, kind) }, StatusCodes.Status422UnprocessableEntity);

    private async Task<string?> NextSlip(OneCase one) => one.Campaign is { } campaign
        ? await slipNumbers.Next(campaign, one.Act.Today.Year) : null;
}
