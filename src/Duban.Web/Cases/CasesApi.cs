using Duban.Domain.Cases;
using Duban.Ledger;
using Duban.Web.Cases.Acts;
using Duban.Web.Cases.Files;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Cases.Lists;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Cases;

/// <summary>Every machine door of the loop.</summary>
public static class CasesApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapCasesApi(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapGet("/", List).WithName("cases").Produces<CasePage>().ProducesProblem(422).WithSummary("Cases by due date, a page at a time, filtered.").WithMetadata(Filters);
        cases.MapGet("/{id}", One).WithName("case").Produces<CaseView>().ProducesProblem(404).WithSummary("One case: facts, clocks, checklist, what you may do, and every round it went through.");
        cases.MapGet("/{id}/events", Events).WithName("case-events").Produces<IReadOnlyList<EventView>>().ProducesProblem(404).WithSummary("Everything that happened to it, oldest first.");
        foreach (var door in ActDoor.All) door.Open(new Mapping(cases));
        api.MapGet("/desk", (HttpContext http, DeskReader desk) => desk.Api(http)).WithName("desk").WithTags("cases").Produces<DeskView>()
            .WithSummary("What waits for you: the numbers of your desk, and the first cases of each group.");
        api.MapHandOversApi();
    }

    private static readonly AskedInQuery Filters = new(
        ("campaign", "A campaign's code."), ("unit", "A unit's code: it and all below it."), ("stage", "A stage; may stand several times."),
        ("awaits", "The step it waits for."), ("hand", "Who must act: office, unit, leader, approver, verifier, residents, public or acceptor; may stand several times."), ("light", "red, orange, yellow, green, none or done."), ("level", "general or major."), ("due_from", "Due on this day or later."),
        ("due_to", "Due on this day or earlier."), ("text", "Words of title, place or description."), ("open", "open, ended or all."),
        ("request", "any, or the side track that waits for a decision; objection, or not_fixed."), ("after", "`next` of the page before."), ("size", "Cases on a page, 50 unless told."));

    private static async Task<IResult> List(HttpContext http, EventStore store, City city, UnitRegister units, CaseDoor door)
    {
        var (filter, reasons) = CaseFilterText.Read(http.Request.Query, await units.Tree());
        if (reasons.Count > 0) return Problems.Refused(reasons);
        var by = SignedIn.ActorOf(http);
        var today = door.ActOf(by).Today;
        var (lines, next) = await CaseList.Read(store, city.Code, by, filter, today, http.RequestAborted);
        return Results.Ok(new CasePage([.. lines.Select(l => LineView.Of(l, today))], next?.ToString()));
    }

    private static async Task<IResult> One(HttpContext http, CaseId id, CaseReader reader, CaseDoor door, HolderReader holders)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id.Value) is not { } c) return Problems.UnknownCase(id.Value);
        http.Response.Headers.ETag = $"\"{c.Version}\"";
        var act = door.ActOf(by);
        return Results.Ok(CaseView.Of(c, await reader.Rounds(c, act.Calendar), act, await holders.On(act.Today, http.RequestAborted), Words.Of(http)));
    }

    private static async Task<IResult> Events(HttpContext http, CaseId id, CaseReader reader, CaseDoor door, EventStore store, City city, UnitRegister units)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id.Value) is not { } c) return Problems.UnknownCase(id.Value);
        var (calendar, words, tree) = (door.ActOf(by).Calendar, Words.Of(http), await units.Tree());
        var events = await store.Read(city.Code, c.Id.Stream);
        return Results.Ok(events.Select(e => EventView.Of(e, CaseHistory.Of(e, calendar), words, tree)));
    }

    private sealed class Mapping(RouteGroupBuilder cases) : IActDoorVisitor
    {
        public void Visit<TForm>(ActDoor<TForm> door) where TForm : class, IActForm
        {
            var endpoint = Map(door);
            if (typeof(IPhotoForm).IsAssignableFrom(typeof(TForm))) endpoint.TakesFiles().Accepts<TForm>("application/json", "multipart/form-data");
            else endpoint.Accepts<TForm>("application/json");
        }

        private RouteHandlerBuilder Map<TForm>(ActDoor<TForm> door) where TForm : class, IActForm => cases
            .MapPost($"/{{id}}/{door.Name}", async Task<IResult> (HttpContext http, CaseId id, CaseDoor at, CaseReader reader, FileIntake intake) =>
            {
                id = await reader.Meant(id);
                // Whoever may not verify here does not get to fill the disk with photos either.
                if (http.Request.HasFormContentType && await at.Barred(SignedIn.ActorOf(http), id, door.Kind) is { } barred) return new CaseResult(barred);
                var read = await intake.WithPhotos(http, await FormText.Read<TForm>(http.Request));
                return new CaseResult(await at.Put(SignedIn.ActorOf(http), id, read, MachineHeaders.SeenBy(http), MachineHeaders.KeyOf(http)));
            })
            .WithName($"case-{door.Name}").WithSummary(door.Summary).KeyedByTheLedger().HonoursIfMatch()
            .Produces<CaseState>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }
}

/// <summary>A page of cases.</summary>
/// <param name="Cases">In the order of their due dates.</param>
/// <param name="Next">Pass it as <c>after</c> for the next page; null at the end.</param>
public sealed record CasePage(IReadOnlyList<LineView> Cases, string? Next);

/// <summary>A line of a list.</summary>
public sealed record LineView(
    string Case, string Title, string Place, string Sector, string? Level, string Stage, string? Campaign, string? Unit,
    DateOnly? Due, string? DueWords, string Light, int Round, string? Request)
{
    /// <summary>Who must act that day, as in the case's <c>holder</c>; null at an end.</summary>
    public string? Hand { get; init; }

    /// <summary>Since when it is theirs.</summary>
    public DateOnly? HandSince { get; init; }

    /// <summary>The day the list names, before it is handed over.</summary>
    public DateOnly? ProposedDue { get; init; }

    /// <summary>The time given to what is to be fixed at once, e.g. <c>3 working</c>; null for everything else.</summary>
    public string? AtOnce { get; init; }

    /// <summary>The line as of a day.</summary>
    public static LineView Of(CaseLine l, DateOnly today) => new(
        l.Case, l.Title, l.Place, l.Sector, l.Level, l.Stage, l.Campaign, l.Unit,
        l.DueSort == CaseRow.Never ? null : l.DueSort, l.DueWords, CaseRow.Word(l.LightOn(today)), l.Round, l.Request)
    {
        Hand = l.HandOn(today) is { } now ? CaseRow.Word(now.Hand) : null,
        HandSince = l.HandOn(today)?.Since,
        ProposedDue = l.ProposedDue,
        AtOnce = SpanText.Of(l.AtOnce),
    };
}

/// <summary>An event as a machine reads it.</summary>
/// <param name="Version">Its place in the case.</param>
/// <param name="Name">Stored name.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">The person.</param>
/// <param name="Role">The post they acted in.</param>
/// <param name="Unit">That post's unit.</param>
/// <param name="Sentence">What happened, in words.</param>
/// <param name="Hash">Its link in the chain, hexadecimal.</param>
public sealed record EventView(long Version, string Name, DateTimeOffset At, string By, string Role, string Unit, string Sentence, string Hash)
{
    internal static EventView Of(StoredEvent e, Happened h, Words words, Duban.Domain.People.UnitTree units) => new(
        e.Version, e.Type, e.At, e.By, CaseRow.Word(h.By.Role), h.By.Unit.Unit.Value, CaseSentences.Of(h.Event, words, units), Convert.ToHexStringLower(e.Hash.Span));
}
