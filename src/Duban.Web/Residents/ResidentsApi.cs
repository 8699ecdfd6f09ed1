using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Residents.Answering;
using Duban.Web.Residents.Notices;
using Duban.Web.Residents.Office;
using Duban.Web.Residents.Reports;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Residents;

/// <summary>The machine doors of residents: what anybody may do without an account, and the office's sheets of codes.</summary>
public static class ResidentsApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapResidentsApi(this RouteGroupBuilder api)
    {
        var open = api.MapGroup("").AllowAnonymous().WithTags("residents");
        open.MapPost("/answers/{code}", (HttpContext http, string code, AnswerDesk desk) => desk.PutApi(http, code))
            .WithName("answer").KeyedByTheLedger().Accepts<AnswerForm>("application/json").Produces<AnswerForm>().ProducesProblem(404).ProducesProblem(422).ProducesProblem(429)
            .WithSummary("A resident's answer by one-time code: yes, partly or no.");
        open.MapGet("/notices", Notices).WithName("notices").Produces<NoticesView>().WithSummary("Notices that hang now, those whose days are over, and those closed in the last 30 days.");
        open.MapGet("/notices/{number}", Notice).WithName("notice").Produces<NoticeAnswer>().ProducesProblem(404).WithSummary("One notice, with the seven columns of the strike-off notice.");
        open.MapPost("/notices/{number}/objections", Object).WithName("objection").KeyedByTheLedger().Accepts<ObjectionForm>("application/json")
            .Produces<ObjectionAnswer>().ProducesProblem(404).ProducesProblem(422).ProducesProblem(429).WithSummary("Raises an objection to a notice, while it hangs.");
        open.MapGet("/notices/{number}/objections/{reference}", (HttpContext http, string number, string reference, NoticeDesk desk) => desk.StateApi(http, number, reference))
            .WithName("objection-state").Produces<ObjectionStateAnswer>().ProducesProblem(404).WithSummary("What became of an objection, by the number only its writer holds.");
        open.MapPost("/reports", (HttpContext http, ReportDesk desk) => desk.PutApi(http)).TakesFiles(ReportForm.Photos)
            .WithName("report").KeyedByTheLedger().Accepts<ReportForm>("application/json", "multipart/form-data").Produces<ReportTaken>().ProducesProblem(422).ProducesProblem(429)
            .WithSummary("A problem reported without an account: words, unit (township, county or park), place, and if wanted position, contact and up to 3 photos. The answer holds the number, told this once.");
        open.MapGet("/reports/{number}", (HttpContext http, string number, LookupDesk desk) => desk.ShowApi(http, number))
            .WithName("report-state").Produces<ReportAnswer>().ProducesProblem(404).ProducesProblem(429).WithSummary("What became of a report, by the number only its reporter holds.");
        open.MapGet("/steps/{number}", (HttpContext http, string number, LookupDesk desk) => desk.StepApi(http, number))
            .WithName("case-step").Produces<CaseStepAnswer>().ProducesProblem(404).ProducesProblem(429)
            .WithSummary("How far a registered case is, by its number, for anybody: the step in words and nothing else until its notice hangs.");
        open.MapPost("/reports/{number}/not-fixed", (HttpContext http, string number, LookupDesk desk) => desk.DenyApi(http, number))
            .WithName("report-not-fixed").KeyedByTheLedger().Accepts<WordsForm>("application/json").Produces<ReportAnswer>().ProducesProblem(404).ProducesProblem(422).ProducesProblem(429)
            .WithSummary("The reporter of a struck-off problem says that it is still there, once a round.");
        api.MapGet("/on-notice", (HttpContext http, OnNotice notices) => notices.Api(http))
            .WithTags("residents").WithName("on-notice").Produces<IReadOnlyList<OnNoticeRow>>().ProducesProblem(422)
            .WithSummary("Notices with their cases, of those the caller may see: state (objected, hanging, days_over, closed), campaign, unit and text narrow them.");
        api.MapGet("/cases/{id}/codes", (HttpContext http, string id, CodesDesk desk) => desk.SheetsApi(http, id))
            .WithTags("residents").WithName("codes").Produces<IReadOnlyList<SheetAnswer>>().ProducesProblem(403).ProducesProblem(404)
            .WithSummary("The sheets of codes of this round; the codes stand in those the caller drew within a day.");
        api.MapPost("/cases/{id}/codes", (HttpContext http, string id, CodesDesk desk) => desk.RenewApi(http, id))
            .WithTags("residents").WithName("codes-renew").WithSummary("Makes the unanswered codes void and as many new ones; they are read by GET.").Produces<RenewedAnswer>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> Notices(NoticeReader notices) => Results.Ok(await NoticesView.Of(notices));

    private static async Task<IResult> Notice(HttpContext http, string number, NoticeReader notices) =>
        await notices.Find(number) is { } notice ? Results.Ok(NoticeAnswer.Of(notice, Words.Of(http))) : Problems.Unknown(new Reason("notice.unknown", "number", number));

    private static async Task<IResult> Object(HttpContext http, string number, NoticeReader notices, NoticeDesk desk)
    {
        if (await notices.Find(number) is not { } notice) return Problems.Unknown(new Reason("notice.unknown", "number", number));
        return await desk.RaiseApi(http, notice, await FormText.Read<ObjectionForm>(http.Request)) switch
        {
            Raising.Taken(var reference) => Results.Ok(new ObjectionAnswer(reference)),
            Raising.Before(var answer) => new CaseResult(answer),
            Raising.Refused { Waits: true } refused => Problems.TooMany(refused.Reasons),
            Raising.Refused refused => Problems.Refused(refused.Reasons),
            _ => throw new InvalidOperationException("an objection is raised, refused or known"),
        };
    }
}

/// <summary>A notice as anybody may read it.</summary>
/// <param name="Case">Its case's name.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day for objections.</param>
/// <param name="Open">True while objections are taken.</param>
/// <param name="State">How it stands, in lower snake case.</param>
/// <param name="Said">The same in a sentence.</param>
/// <param name="Columns">The seven columns by their headings.</param>
/// <param name="Objections">What was objected and what became of it.</param>
public sealed record NoticeAnswer(
    string Case, DateOnly From, DateOnly Until, bool Open, string State, string Said, IReadOnlyDictionary<string, string> Columns, IReadOnlyList<ObjectionView> Objections)
{
    internal static NoticeAnswer Of(PublicNotice n, Words w) => new(
        n.One.Case.Id.Value, n.Published.From, n.Published.Until, n.IsOpen, CaseRow.Word(n.State), n.Said(w), n.Columns(w).ToDictionary(c => c.Label, c => c.Text),
        [.. n.Objections.Select(o => new ObjectionView(o.RaisedOn, CaseRow.Word(o.Outcome), o.DecidedOn, o.Opinion))]);
}

/// <summary>An objection as everybody may read it: when it was raised, <c>waiting</c>, <c>upheld</c>, <c>dismissed</c> or <c>overtaken</c>, when and why it was decided.</summary>
public sealed record ObjectionView(DateOnly RaisedOn, string Outcome, DateOnly? DecidedOn, string? Opinion);

/// <summary>The number of an objection, by which its writer finds what became of it.</summary>
public sealed record ObjectionAnswer(string Reference);

/// <summary>A sheet of codes: when it was drawn, how many codes, and the codes themselves for whoever drew it within a day.</summary>
public sealed record SheetAnswer(string Sheet, DateTimeOffset DrawnAt, int Size, IReadOnlyList<string>? Codes);

/// <summary>How many codes were made anew.</summary>
public sealed record RenewedAnswer(int Renewed);
