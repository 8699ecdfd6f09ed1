using System.Globalization;
using Duban.Domain;
using Duban.Domain.Cases;

namespace Duban.Web.Shell;

/// <summary>Problem details (RFC 9457) in the reader's language.</summary>
public static class Problems
{
    /// <summary>Reasons: 403 when a right is missing, else 422, each with its code, field, words, basis and who can supply it.</summary>
    /// <param name="reasons">All of them.</param>
    /// <param name="names">How a hand is called on the case that is meant; null where no one case is.</param>
    public static IResult Refused(IReadOnlyList<Reason> reasons, Func<Hand, string>? names = null) => new Problem(
        reasons.Any(r => r.Code.StartsWith("rights.", StringComparison.Ordinal)) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity,
        "refused", reasons)
    { Names = names };

    /// <summary>409: the case has moved on.</summary>
    public static IResult Faster(long version) => new Problem(StatusCodes.Status409Conflict, "faster", [new Reason("case.faster", null, version)]);

    /// <summary>Reasons; 409 when one is that somebody else was faster.</summary>
    public static IResult RefusedOrFaster(IReadOnlyList<Reason> reasons) =>
        reasons.Any(r => r.Code == "setup.changed_meanwhile") ? new Problem(StatusCodes.Status409Conflict, "faster", reasons) : Refused(reasons);

    /// <summary>404: nothing here, or nothing the asker may know of.</summary>
    /// <param name="what">What is not here.</param>
    public static IResult Unknown(Reason what) => new Problem(StatusCodes.Status404NotFound, "unknown", [what]);

    /// <summary>404: no case, or none the asker may know of.</summary>
    /// <param name="id">What was asked for.</param>
    public static IResult UnknownCase(string id) => Unknown(new Reason("case.unknown", null, id));

    /// <summary>422: the idempotency key was used before for another request.</summary>
    public static IResult KeyReused() => new Problem(StatusCodes.Status422UnprocessableEntity, "key-reused", [new Reason("once.key_reused")]);

    /// <summary>409: the same request is being answered at this moment.</summary>
    public static IResult UnderWay() => new Problem(StatusCodes.Status409Conflict, "under-way", [new Reason("once.under_way")]) { RetryAfter = 1 };

    /// <summary>409: the same request broke off after it had begun to write.</summary>
    public static IResult BrokenOff() => new Problem(StatusCodes.Status409Conflict, "broken-off", [new Reason("once.broken_off")]);

    /// <summary>429: enough for now.</summary>
    public static IResult TooMany(IReadOnlyList<Reason> reasons) => new Problem(StatusCodes.Status429TooManyRequests, "too-many", reasons);

    /// <summary>400: a header is missing or no good.</summary>
    public static IResult Malformed(Reason reason) => new Problem(StatusCodes.Status400BadRequest, "malformed", [reason]);

    /// <summary>403: whoever asks may not, whatever they ask.</summary>
    public static IResult Forbidden(Reason reason) => new Problem(StatusCodes.Status403Forbidden, "refused", [reason]);

    /// <summary>A status of HTTP that says all there is to say, in words.</summary>
    /// <param name="status">From 400.</param>
    /// <param name="args">What its sentence needs.</param>
    public static IResult Of(int status, params object[] args) => new Plain(status, args);

    private sealed class Problem(int status, string type, IReadOnlyList<Reason> reasons) : IResult
    {
        public int? RetryAfter { get; init; }

        public Func<Hand, string>? Names { get; init; }

        public Task ExecuteAsync(HttpContext http)
        {
            var words = Words.Of(http);
            if (RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Results.Problem(
                statusCode: status, type: $"/problems/{type}", title: words.Knows($"problem.{type}.title") ? words[$"problem.{type}.title"] : TitleOf(status, words), instance: http.Request.Path,
                detail: string.Join(words.English ? "; " : "；", reasons.Select(r => ReasonWords.Of(r, words))),
                extensions: new Dictionary<string, object?>
                {
                    ["reasons"] = reasons.Select(r => ProblemReason.Of(r, words, Names)),
                }).ExecuteAsync(http);
        }
    }

    private sealed class Plain(int status, object[] args) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            var words = Words.Of(http);
            var detail = words.Knows($"api.{status}.text") ? words[$"api.{status}.text", args] : words.Knows($"error.{status}.text") ? words[$"error.{status}.text"] : null;
            return Results.Problem(statusCode: status, title: TitleOf(status, words), detail: detail, instance: http.Request.Path).ExecuteAsync(http);
        }
    }

    private static string? TitleOf(int status, Words words) =>
        words.Knows($"api.{status}.title") ? words[$"api.{status}.title"] : words.Knows($"error.{status}.title") ? words[$"error.{status}.title"] : null;
}

/// <summary>A reason as a machine reads it.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Field">The member to mend, or null.</param>
/// <param name="Message">The sentence, in the language asked for.</param>
/// <param name="Basis">The rule it rests on, or null.</param>
/// <param name="Who">Who can supply it, or null.</param>
public sealed record ProblemReason(string Code, string? Field, string Message, string? Basis, string? Who)
{
    /// <summary>The reason in these words.</summary>
    public static ProblemReason Of(Reason r, Words words, Func<Hand, string>? names = null) =>
        new(r.Code, r.Field, ReasonWords.Of(r, words), ReasonWords.Basis(r, words), ReasonWords.Who(r, words, names));
}
