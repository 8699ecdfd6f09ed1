using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Cases.Acts;
using Duban.Web.Cases;
using Duban.Web.Clock;
using Duban.Web.Residents.Codes;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Residents.Notices;

/// <summary>Public notices, and objections to them: by anybody, without an account, while the notice hangs.</summary>
public sealed class NoticeDesk(NoticeReader notices, CaseLedger ledger, CaseDoor door, ResidentWords words, ResidentKey key, Flash flash, City city, RealTime time)
{
    private readonly Patience objections = new(each: 10, all: 300, TimeSpan.FromHours(1), time.Clock);

    /// <summary>What hangs now, and what ended lately.</summary>
    public async Task<IResult> List(HttpContext http) => NoticesPage.Of(new(await notices.Hanging(), await notices.Ended()));

    /// <summary>One notice.</summary>
    public async Task<IResult> Show(HttpContext http, string number) =>
        await notices.Find(number) is { } notice ? NoticePage.Of(new(notice)) : Results.NotFound();

    /// <summary>An objection as it was sent from the page.</summary>
    public async Task<IResult> Object(HttpContext http, string number)
    {
        if (await notices.Find(number) is not { } notice) return Results.NotFound();
        var read = await FormText.Read<ObjectionForm>(http.Request);
        var (reference, reasons, _) = await Raise(http, notice, read);
        if (reference is null)
            return NoticePage.Of(new(notice) { Typed = read.Form, Refused = reasons },
                reasons.Any(r => r.Code == "residents.objections_wait") ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
        flash.Say(http, Words.Of(http)["residents.objection_kept", reference]);
        return Results.LocalRedirect($"/notices/{notice.One.Case.Id}/objections/{reference}");
    }

    /// <summary>Raises an objection: its number, or every reason why not, or what the same request was answered before.</summary>
    public async Task<(string? Reference, IReadOnlyList<Reason> Reasons, CaseAnswer? Earlier)> Raise(HttpContext http, PublicNotice notice, FormRead<ObjectionForm> read)
    {
        var act = Resident.Act(door, city);
        var once = key.Once(http, "objection", $"{notice.One.Case.Id}/{Patience.Of(http)}", read.Form);
        if (await ledger.Before(city.Code, act, once) is { } earlier) return (null, [], earlier);
        var (said, contact) = (read.Form.Words?.Trim() ?? "", read.Form.Contact?.Trim() is { Length: > 0 } given ? given : null);
        var reasons = new Reasons().With(read.Reasons)
            .When(objections.IsOut(http), "residents.objections_wait")
            .When(said.Length == 0, "residents.say_what", "words")
            .When(said.Length > ResidentWords.Longest, "residents.too_long", "words", ResidentWords.Longest)
            .When(contact?.Length > ResidentWords.LongestContact, "residents.too_long", "contact", ResidentWords.LongestContact);
        if (reasons.Count == 0) reasons.When(!objections.Take(http), "residents.objections_wait");
        if (reasons.Count > 0) return (null, reasons, null);
        var reference = $"YY-{Code.Letters(8)}";
        var asked = new Asked(notice.One.Case.Id, new RaiseObjection(reference)) { Rows = [words.Objection(notice.One.Case.Id, reference, said, contact, act.At)] };
        switch (await ledger.Ask(city.Code, asked, act, once, JsonSerializer.SerializeToUtf8Bytes(new ObjectionAnswer(reference), JsonSerializerOptions.Web)))
        {
            case CaseAnswer.Done:
                return (reference, [], null);
            case CaseAnswer.Refused refused:
                objections.GiveBack(http);
                return (null, refused.Reasons, null);
            case (CaseAnswer.Repeated or CaseAnswer.KeyReused) and { } same:
                objections.GiveBack(http);
                return (null, [], same);
            default:
                return (null, [new Reason("residents.again")], null);
        }
    }

    /// <summary>What became of an objection.</summary>
    public async Task<IResult> State(HttpContext http, string number, string reference) =>
        await notices.Find(number) is { } notice && ObjectionState.Of(notice, reference.Trim().ToUpperInvariant()) is { } state ? ObjectionPage.Of(state) : Results.NotFound();
}

/// <summary>An objection as typed.</summary>
/// <param name="Words">What is wrong.</param>
/// <param name="Contact">How to reach the writer; may stay empty.</param>
public sealed record ObjectionForm(string? Words, string? Contact);

/// <summary>The list.</summary>
public sealed record NoticesView(IReadOnlyList<NoticeLine> Hanging, IReadOnlyList<NoticeLine> Ended);

/// <summary>One notice with its form.</summary>
public sealed record NoticeView(PublicNotice Notice)
{
    /// <summary>What was typed.</summary>
    public ObjectionForm Typed { get; init; } = new(null, null);

    /// <summary>Why it is refused.</summary>
    public IReadOnlyList<Reason> Refused { get; init; } = [];

    /// <summary>The reasons of one field.</summary>
    public IEnumerable<Reason> Of(string? field) => Refused.Where(r => r.Field == field);
}
