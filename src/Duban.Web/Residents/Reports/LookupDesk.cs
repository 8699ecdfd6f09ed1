using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Clock;
using Duban.Web.Residents.Answering;
using Duban.Web.Residents.Codes;
using Duban.Web.Residents.Notices;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Residents.Reports;

/// <summary>
/// Looks a number up without an account: a report's own, an objection's, or a case's. Of a case's number, which is counted up and so can be guessed,
/// anybody learns how far the case is and no more until its notice hangs. A wrong one, one never given out and an erased one look alike.
/// </summary>
public sealed class LookupDesk(
    ReportBook book, CaseSteps steps, NoticeReader notices, CaseReader reader, CaseLedger ledger, CaseDoor door,
    ResidentWords said, ResidentKey key, Flash flash, City city, Settings settings, RealTime time) : IDisposable
{
    // A report's number of 58 bits needs no help against guessing: the limit is for our own peace, and a village behind one address waits a minute.
    private readonly Guesses reports = new(new(each: 60, all: 3_000, TimeSpan.FromMinutes(1), time.Clock, own: 5));

    // An objection's 39 bits do need it.
    private readonly Guesses objections = new(new(each: 20, all: 300, TimeSpan.FromMinutes(10), time.Clock, own: 5));

    // A case's number tells nothing secret, so right and wrong ones count alike: neither are all of them read at a stretch, nor does a village
    // behind one address wait longer than a minute, and the count tells nobody which are right.
    private readonly Guesses looks = new(new(each: 60, all: 3_000, TimeSpan.FromMinutes(1), time.Clock, own: 20), countFound: true);

    /// <summary>Where a number is typed.</summary>
    public static IResult Ask(HttpContext http)
    {
        Quiet(http);
        return LookupPage.Of(new(null, null));
    }

    /// <summary>A number as it was typed.</summary>
    public async Task<IResult> Enter(HttpContext http)
    {
        Quiet(http);
        var typed = (await FormText.Read<NumberForm>(http.Request)).Form.Number;
        if (string.IsNullOrWhiteSpace(typed)) return LookupPage.Of(new("reason.residents.lookup_empty", typed), StatusCodes.Status422UnprocessableEntity);
        return !TypedNumber.IsTooLong(typed) && await Find(http, typed, () => PathOf(typed)) is { } path ? Results.LocalRedirect(path) : Wrong(http, typed);
    }

    /// <summary>The number of a report that was just taken, to keep and to print.</summary>
    public async Task<IResult> Kept(HttpContext http, string number)
    {
        Quiet(http);
        return await State(http, number) is { } state
            ? KeptPage.Of(new(state, Resident.AddressOf(http, settings, "/lookup"))) : Wrong(http, number);
    }

    /// <summary>What became of a report, or how far a case is.</summary>
    public async Task<IResult> Show(HttpContext http, string number)
    {
        Quiet(http);
        if (Objection(number) is not null)
            return await Find(http, number, () => PathOf(number)) is { } path && path.StartsWith("/notices/", StringComparison.Ordinal) ? Results.LocalRedirect(path) : Wrong(http, number);
        if (await steps.Meant(number) is { } registered)
            return await Find(http, number, () => steps.Find(registered)) is { } step ? CaseStepPage.Of(step) : Wrong(http, number);
        return await State(http, number) is { } state ? StatePage.Of(state) : Wrong(http, number);
    }

    /// <summary>What became of a report, for a program.</summary>
    public async Task<IResult> ShowApi(HttpContext http, string number)
    {
        Quiet(http);
        return await State(http, number) is { } state ? Results.Ok(ReportAnswer.Of(state, Words.Of(http))) : WrongApi(http, number);
    }

    /// <summary>How far a registered case is, for a program.</summary>
    public async Task<IResult> StepApi(HttpContext http, string number)
    {
        Quiet(http);
        return await steps.Meant(number) is { } registered && await Find(http, number, () => steps.Find(registered)) is { } step
            ? Results.Ok(CaseStepAnswer.Of(step, Words.Of(http))) : WrongApi(http, number);
    }

    /// <summary>Not fixed: one tap, words if the reporter has any.</summary>
    public async Task<IResult> Deny(HttpContext http, string number)
    {
        Quiet(http);
        if (await State(http, number) is not { } state) return Wrong(http, number);
        var reasons = await Deny(state, await FormText.Read<WordsForm>(http.Request));
        if (reasons.Any(r => r.Field is not null)) return StatePage.Of(state with { Refused = reasons }, StatusCodes.Status422UnprocessableEntity);
        // Said already, or meanwhile back at work: the page tells.
        if (reasons.Count == 0) flash.Say(http, Words.Of(http)["report.denied"]);
        return Results.LocalRedirect($"/lookup/{state.Number.Value}");
    }

    /// <summary>The same for a program.</summary>
    public async Task<IResult> DenyApi(HttpContext http, string number)
    {
        Quiet(http);
        if (await State(http, number) is not { } state) return WrongApi(http, number);
        var read = await FormText.Read<WordsForm>(http.Request);
        var once = key.Once(http, "not-fixed", state.Number.Value, read.Form);
        switch (await ledger.Before(city.Code, Resident.Act(door, city), once))
        {
            case CaseAnswer.KeyReused:
                return Problems.KeyReused();
            case CaseAnswer.Repeated:
                // Said and kept; the answer is where the report stands now.
                http.Response.Headers[MachineHeaders.Replayed] = "true";
                return Results.Ok(ReportAnswer.Of(state, Words.Of(http)));
        }
        var reasons = await Deny(state, read, once);
        return reasons.Count > 0 ? Problems.Refused(reasons) : Results.Ok(ReportAnswer.Of((await State(http, number))!, Words.Of(http)));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var guesses in new[] { reports, objections, looks }) guesses.Dispose();
    }

    private async Task<IReadOnlyList<Reason>> Deny(ReportState state, FormRead<WordsForm> read, Keyed? once = null)
    {
        var words = read.Form.Words?.Trim() is { Length: > 0 } given ? given : null;
        var reasons = new Reasons().With(read.Reasons);
        if (reasons.Count == 0) reasons.When(words?.Length > ResidentWords.Longest, "residents.too_long", "words", ResidentWords.Longest).When(state.Said, "not_fixed.known");
        if (reasons.Count > 0) return reasons;
        var act = Resident.Act(door, city);
        var c = state.One.Case;
        var asked = new Asked(c.Id, new SayNotFixed(state.Reference), c.Version) { Rows = [said.NotFixed(c.Id, state.Reference, words, act.At)] };
        return await ledger.Ask(city.Code, asked, act, once) switch
        {
            CaseAnswer.Done => [],
            CaseAnswer.Refused refused => refused.Reasons,
            _ => [new Reason("residents.again")],
        };
    }

    private async Task<ReportState?> State(HttpContext http, string typed)
    {
        if (ReportNumber.Read(typed) is not { } asked) return null;
        if (await reports.Find(http, async () => await book.Find(asked) is { } found ? found.Value : null) is not { } lead) return null;
        var by = Resident.Act(door, city).By;
        var chain = new List<OneCase>();
        // What is merged is merged into an open case, so the chain ends; a few links are more than any office makes.
        for (CaseId? next = new CaseId(lead); next is { } id && chain.Count < 9 && await ledger.Load(city.Code, id) is { } c; next = c.MergedInto)
            chain.Add(await reader.Read(by, c));
        if (chain.Count == 0) return null;
        var last = chain[^1].Case;
        return new(asked, new(lead), chain, await said.Has(last.Id.Value, ReportState.ReferenceOf(new(lead), last)));
    }

    private async Task<string?> PathOf(string? typed)
    {
        if (ReportNumber.Read(typed) is { } number) return await book.Find(number) is not null ? $"/lookup/{number.Value}" : null;
        if (Objection(typed) is { } reference && await said.Objection(reference) is { } c && await notices.Find(c.Value) is { } objected)
            return $"/notices/{objected.One.Case.Id}/objections/{reference}";
        if (await steps.Meant(typed) is not { } meant) return null;
        if (await notices.Find(meant.Value) is { } notice) return $"/notices/{notice.One.Case.Id}";
        return await steps.Find(meant) is { } step ? $"/lookup/{step.Number}" : null;
    }

    private static string? Objection(string? typed) =>
        Code.Plain(typed) is ['Y', 'Y', .. { Length: NoticeDesk.ObjectionLetters } letters] && Code.IsSpelt(letters) ? $"YY-{letters}" : null;

    // What a text counts as: an objection's number, a report's, or a case's and everything else.
    private Guesses Of(string? typed) => Objection(typed) is not null ? objections : ReportNumber.Read(typed) is not null ? reports : looks;

    private Task<T?> Find<T>(HttpContext http, string? typed, Func<Task<T?>> find) where T : class => Of(typed).Find(http, find);

    private string? Wait(HttpContext http, string? typed) =>
        Of(typed) is var kind && !kind.IsOut(http) ? null : kind == objections ? "residents.lookup_wait" : "residents.steps_wait";

    private IResult Wrong(HttpContext http, string? typed)
    {
        var shown = TypedNumber.IsTooLong(typed) ? null : typed;
        return Wait(http, typed) is { } wait
            ? LookupPage.Of(new("reason." + wait, shown), StatusCodes.Status429TooManyRequests)
            : LookupPage.Of(new("reason.residents.lookup_wrong", shown), StatusCodes.Status422UnprocessableEntity);
    }

    private IResult WrongApi(HttpContext http, string typed) => Wait(http, typed) is { } wait
        ? Problems.TooMany([new Reason(wait)]) : Problems.Unknown(new Reason("residents.lookup_wrong", "number"));

    // A number must not stay behind in a shared phone's cache.
    private static void Quiet(HttpContext http) => http.Response.Headers.CacheControl = "no-cache, no-store";
}

/// <summary>A number as typed.</summary>
public sealed record NumberForm(string? Number);

/// <summary>Where a number is typed.</summary>
/// <param name="Said">Key of what is wrong, or null.</param>
/// <param name="Typed">What was typed.</param>
public sealed record AskedForNumber(string? Said, string? Typed);

/// <summary>A number to keep.</summary>
/// <param name="State">The report.</param>
/// <param name="Address">Where it is looked up.</param>
public sealed record KeptNumber(ReportState State, Uri Address);
