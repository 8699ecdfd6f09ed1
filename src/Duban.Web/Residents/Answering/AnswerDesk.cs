using System.Text.Json;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.Files;
using Duban.Web.Clock;
using Duban.Web.Residents.Codes;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Residents.Answering;

/// <summary>Answers without an account: a code is the whole key. A wrong one, a void one and one never given out look alike.</summary>
public sealed class AnswerDesk(
    SurveyCodes codes, CaseLedger ledger, CaseDoor door, EventStore store, ResidentWords said, ResidentKey key, BlobStore files, Thumbnails thumbnails, Flash flash,
    City city, RealTime time) : IDisposable
{
    // Codes of 39 bits: at this pace guessing one of ten thousand open codes takes a year and more; the three of one's own would need millions of addresses.
    private readonly Guesses guesses = new(new(each: 20, all: 300, TimeSpan.FromMinutes(10), time.Clock, own: 3));

    /// <summary>Where a code is typed.</summary>
    public static IResult Ask(HttpContext http)
    {
        Quiet(http);
        return CodePage.Of(new(null));
    }

    /// <summary>A code as it was typed.</summary>
    public async Task<IResult> Enter(HttpContext http)
    {
        Quiet(http);
        var typed = (await FormText.Read<CodeForm>(http.Request)).Form.Code;
        return Code.Read(typed) is { } code && await guesses.Find(http, () => codes.Find(code)) is not null ? Results.LocalRedirect($"/a/{code.Value}") : Wrong(http);
    }

    /// <summary>The question, or kind words when it is answered or over.</summary>
    public async Task<IResult> Show(HttpContext http, string code)
    {
        Quiet(http);
        return await View(http, code) is { } view ? AnswerPage.Of(view) : Wrong(http);
    }

    /// <summary>One tap.</summary>
    public async Task<IResult> Put(HttpContext http, string code)
    {
        Quiet(http);
        if (await View(http, code) is not { } view) return Wrong(http);
        // Refused means somebody was faster with the same code, or the survey has just ended: the page says which.
        if (Read((await FormText.Read<AnswerForm>(http.Request)).Form) is { } answer) await Give(view, answer);
        return Results.LocalRedirect(view.Path());
    }

    /// <summary>The same from a program: the answer counted, or why not.</summary>
    public async Task<IResult> PutApi(HttpContext http, string code)
    {
        Quiet(http);
        if (await View(http, code) is not { } view)
            return guesses.IsOut(http) ? Problems.TooMany([new("residents.code_wait")]) : Problems.Unknown(new("residents.code_wrong", "code"));
        if (Read((await FormText.Read<AnswerForm>(http.Request)).Form) is not { } answer) return Problems.Refused([new("field.no_choice", "answer", "")]);
        var word = new AnswerForm(CaseRow.Word(answer));
        var once = key.Once(http, "answer", view.Code.Value, word) is { } keyed ? keyed with { Answer = JsonSerializer.SerializeToUtf8Bytes(word, JsonSerializerOptions.Web) } : null;
        if (await ledger.Before(city.Code, Resident.Act(door, city), once) is { } earlier) return new CaseResult(earlier);
        return await Give(view, answer, once) switch
        {
            { } again and (CaseAnswer.Repeated or CaseAnswer.KeyReused) => new CaseResult(again),
            CaseAnswer.Done => Results.Ok(word),
            CaseAnswer.Refused refused => Problems.Refused(refused.Reasons),
            null => Problems.Refused([view.Answered ? new("survey.answered") : new("survey.over", null, view.Case.Survey?.AnswerBy)]),
            _ => Problems.Refused([new("residents.again")]),
        };
    }

    // A code that is answered, void or out of time asks the case nothing.
    private async Task<CaseAnswer?> Give(AnswerView view, Answer answer, Keyed? once = null)
    {
        if (!view.Open) return null;
        var act = Resident.Act(door, city);
        var asked = new Asked(view.Case.Id, new AnswerSurvey(view.Issued.Reference, answer)) { Rows = [codes.Answered(view.Code, act.At)] };
        return await ledger.Ask(city.Code, asked, act, once);
    }

    private static Answer? Read(AnswerForm form) =>
        Enum.GetValues<Answer>().Where(a => CaseRow.Word(a) == form.Answer).Select(a => (Answer?)a).FirstOrDefault();

    /// <summary>Words added to an answer, once.</summary>
    public async Task<IResult> Add(HttpContext http, string code)
    {
        Quiet(http);
        if (await View(http, code) is not { } view) return Wrong(http);
        var read = await FormText.Read<WordsForm>(http.Request);
        if (view.MayAdd && read.Sound && read.Form.Words?.Trim() is { Length: > 0 and <= ResidentWords.Longest } words)
        {
            await said.AddToAnswer(view.Issued.CaseId, view.Issued.Reference, words, Resident.Act(door, city).At);
            flash.Say(http, Words.Of(http)["residents.words_kept"]);
        }
        return Results.LocalRedirect(view.Path());
    }

    /// <summary>A picture of the question.</summary>
    public async Task<IResult> Picture(HttpContext http, string code, string sha256)
    {
        if (await View(http, code) is not { } view || !view.Pairs.Any(p => p.Before == sha256 || p.After == sha256)) return Results.NotFound();
        http.Response.Headers.CacheControl = "private, max-age=86400";
        return await thumbnails.Open(sha256, http.RequestAborted) is { } small ? Results.Stream(small, "image/jpeg") : Results.NotFound();
    }

    /// <inheritdoc />
    public void Dispose() => guesses.Dispose();

    private async Task<AnswerView?> View(HttpContext http, string typed)
    {
        if (Code.Read(typed) is not { } code || await guesses.Find(http, () => codes.Find(code)) is not { } issued
            || await ledger.Load(city.Code, new CaseId(issued.CaseId)) is not { } c) return null;
        var act = Resident.Act(door, city);
        var applied = (await store.Read(city.Code, c.Id.Stream)).Where(e => e.Version <= c.Version).Select(e => CaseHistory.Of(e, act.Calendar))
            .LastOrDefault(h => h.Event is CaseEvent.AppliedForStrikeOff);
        var view = new AnswerView(code, c, issued, issued.IsOpen(c, act.Today))
        {
            Done = applied is { Event: CaseEvent.AppliedForStrikeOff done } ? (done.Statement, applied.On) : null,
            Pairs = [.. AnswerView.PairsOf(c, files).Take(AnswerView.MostPairs)],
        };
        return view with { MayAdd = view.Answered && issued.Runs(c, act.Today) && !await said.Has(issued.CaseId, issued.Reference) };
    }

    private IResult Wrong(HttpContext http) => guesses.IsOut(http)
        ? CodePage.Of(new("reason.residents.code_wait"), StatusCodes.Status429TooManyRequests)
        : CodePage.Of(new("reason.residents.code_wrong"), StatusCodes.Status422UnprocessableEntity);

    // A code must not stay behind in a shared phone's cache.
    private static void Quiet(HttpContext http) => http.Response.Headers.CacheControl = "no-cache, no-store";
}

/// <summary>A code as typed.</summary>
public sealed record CodeForm(string? Code);

/// <summary>One of the three answers, <c>yes</c>, <c>partly</c> or <c>no</c>.</summary>
public sealed record AnswerForm(string? Answer);

/// <summary>Words as typed.</summary>
public sealed record WordsForm(string? Words);

/// <summary>Where a code is typed.</summary>
/// <param name="Said">Key of what is wrong, or null.</param>
public sealed record AskedForCode(string? Said);
