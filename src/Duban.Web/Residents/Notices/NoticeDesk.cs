using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Cases.Acts;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Clock;
using Duban.Web.Residents.Codes;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Residents.Notices;

/// <summary>Public notices, and objections to them: by anybody, without an account, while the notice hangs.</summary>
public sealed class NoticeDesk(NoticeReader notices, CaseLedger ledger, CaseDoor door, ResidentWords words, ResidentKey key, Flash flash, City city, RealTime time)
{
    /// <summary>Characters of an objection's number: 39 bits.</summary>
    internal const int ObjectionLetters = 8;

    private readonly Patience objections = new(each: 10, all: 300, TimeSpan.FromHours(1), time.Clock);

    /// <summary>What hangs now, and what ended lately.</summary>
    public async Task<IResult> List(HttpContext http) => NoticesPage.Of(await NoticesView.Of(notices));

    /// <summary>One notice.</summary>
    public async Task<IResult> Show(HttpContext http, string number) =>
        await notices.Find(number) is { } notice ? NoticePage.Of(new(notice)) : Results.NotFound();

    /// <summary>An objection as it was sent from the page.</summary>
    public async Task<IResult> Object(HttpContext http, string number)
    {
        if (await notices.Find(number) is not { } notice) return Results.NotFound();
        var (read, sent) = await ActDesk.Read<ObjectionForm>(http);
        var once = Guid.TryParseExact(sent.Once, "N", out _) ? key.Of("objection-form", notice.One.Case.Id.Value, sent.Once!, read.Form) : null;
        switch (await Raise(http, notice, read, once))
        {
            case Raising.Taken(var reference):
                flash.Say(http, Words.Of(http)["residents.objection_kept", reference]);
                return Results.LocalRedirect($"/notices/{notice.One.Case.Id}/objections/{reference}");
            // An impatient finger presses twice and is led to the one objection it raised.
            case Raising.Before(CaseAnswer.Repeated { Answer: var answer }):
                return Results.LocalRedirect($"/notices/{notice.One.Case.Id}/objections/{JsonSerializer.Deserialize<ObjectionAnswer>(answer.Span, JsonSerializerOptions.Web)!.Reference}");
            case Raising.Refused refused:
                return NoticePage.Of(new(notice) { Typed = read.Form, Refused = refused.Reasons },
                    refused.Waits ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
            default:
                return NoticePage.Of(new(notice) { Typed = read.Form, Refused = [new Reason("residents.report_sent")] }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>The same from a program, under a key of its own if it has one.</summary>
    public Task<Raising> RaiseApi(HttpContext http, PublicNotice notice, FormRead<ObjectionForm> read) =>
        Raise(http, notice, read, key.Once(http, "objection", $"{notice.One.Case.Id}/{Patience.Of(http)}", read.Form));

    // Its number, or every reason why not, or what the same request was answered before.
    private async Task<Raising> Raise(HttpContext http, PublicNotice notice, FormRead<ObjectionForm> read, Keyed? once)
    {
        var act = Resident.Act(door, city);
        if (await ledger.Before(city.Code, act, once) is { } earlier) return new Raising.Before(earlier);
        var (said, contact) = (read.Form.Words?.Trim() ?? "", read.Form.Contact?.Trim() is { Length: > 0 } given ? given : null);
        var reasons = new Reasons().With(read.Reasons)
            .When(objections.IsOut(http), "residents.objections_wait")
            .When(said.Length == 0, "residents.say_what", "words")
            .When(said.Length > ResidentWords.Longest, "residents.too_long", "words", ResidentWords.Longest)
            .When(contact?.Length > ResidentWords.LongestContact, "residents.too_long", "contact", ResidentWords.LongestContact);
        if (reasons.Count == 0) reasons.When(!objections.Take(http), "residents.objections_wait");
        if (reasons.Count > 0) return new Raising.Refused(reasons);
        var reference = $"YY-{Code.Letters(ObjectionLetters)}";
        var asked = new Asked(notice.One.Case.Id, new RaiseObjection(reference)) { Rows = [words.Objection(notice.One.Case.Id, reference, said, contact, act.At)] };
        if (once is not null) once = once with { Answer = JsonSerializer.SerializeToUtf8Bytes(new ObjectionAnswer(reference), JsonSerializerOptions.Web) };
        switch (await ledger.Ask(city.Code, asked, act, once))
        {
            case CaseAnswer.Done:
                return new Raising.Taken(reference);
            case CaseAnswer.Refused refused:
                objections.GiveBack(http);
                return new Raising.Refused(refused.Reasons);
            case (CaseAnswer.Repeated or CaseAnswer.KeyReused) and { } same:
                objections.GiveBack(http);
                return new Raising.Before(same);
            default:
                return new Raising.Refused([new Reason("residents.again")]);
        }
    }

    /// <summary>What became of an objection.</summary>
    public async Task<IResult> State(HttpContext http, string number, string reference) =>
        await notices.Find(number) is { } notice && ObjectionState.Of(notice, reference.Trim().ToUpperInvariant()) is { } state ? ObjectionPage.Of(state) : Results.NotFound();

    /// <summary>The same for a program.</summary>
    public async Task<IResult> StateApi(HttpContext http, string number, string reference) =>
        await notices.Find(number) is not { } notice ? Problems.Unknown(new Reason("notice.unknown", "number", number))
        : ObjectionState.Of(notice, reference.Trim().ToUpperInvariant()) is { } state ? Results.Ok(ObjectionStateAnswer.Of(state, Words.Of(http)))
        : Problems.Unknown(new Reason("notice.no_objection_numbered", "reference", reference));
}

/// <summary>What came of the wish to raise an objection.</summary>
public abstract record Raising
{
    private Raising() { }

    /// <summary>It is raised, under this number.</summary>
    public sealed record Taken(string Reference) : Raising;

    /// <summary>It is not, and why.</summary>
    public sealed record Refused(IReadOnlyList<Reason> Reasons) : Raising
    {
        /// <summary>True when enough have been raised for now.</summary>
        public bool Waits => Reasons.Any(r => r.Code == "residents.objections_wait");
    }

    /// <summary>The same request came before, or its key served another.</summary>
    public sealed record Before(CaseAnswer Answer) : Raising;
}

/// <summary>An objection as typed.</summary>
/// <param name="Words">What is wrong.</param>
/// <param name="Contact">How to reach the writer; may stay empty.</param>
public sealed record ObjectionForm(string? Words, string? Contact);

/// <summary>The list.</summary>
/// <param name="Hanging">To which objections are taken, the one that ends first before the others.</param>
/// <param name="Deciding">Whose days are over and which the office has not closed.</param>
/// <param name="Ended">Closed lately, the last one before the others.</param>
public sealed record NoticesView(IReadOnlyList<NoticeLine> Hanging, IReadOnlyList<NoticeLine> Deciding, IReadOnlyList<NoticeLine> Ended)
{
    /// <summary>As it stands.</summary>
    internal static async Task<NoticesView> Of(NoticeReader notices)
    {
        var open = (await notices.Hanging()).ToLookup(l => l.State == CaseRow.Word(NoticeState.Hanging));
        return new([.. open[true]], [.. open[false]], await notices.Ended());
    }
}

/// <summary>One notice with its form.</summary>
public sealed record NoticeView(PublicNotice Notice)
{
    /// <summary>A random key: pressing twice raises one objection.</summary>
    public string Once { get; } = Guid.NewGuid().ToString("N");

    /// <summary>What was typed.</summary>
    public ObjectionForm Typed { get; init; } = new(null, null);

    /// <summary>Why it is refused.</summary>
    public IReadOnlyList<Reason> Refused { get; init; } = [];

    /// <summary>The reasons of one field.</summary>
    public IEnumerable<Reason> Of(string? field) => Refused.Where(r => r.Field == field);
}
