using Duban.Domain;

namespace Duban.Web.Shell;

/// <summary>Problem details (RFC 9457) in the reader's language.</summary>
public static class Problems
{
    /// <summary>Reasons: 403 when a right is missing, else 422, each with its code, field, words, basis and who can supply it.</summary>
    public static IResult Refused(IReadOnlyList<Reason> reasons) => new Problem(
        reasons.Any(r => r.Code.StartsWith("rights.", StringComparison.Ordinal)) ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity,
        "refused", reasons);

    /// <summary>409: the case has moved on.</summary>
    public static IResult Faster(long version) => new Problem(StatusCodes.Status409Conflict, "faster", [new Reason("case.faster", null, version)]);

    /// <summary>404: nothing here, or nothing the asker may know of.</summary>
    public static IResult Unknown() => new Problem(StatusCodes.Status404NotFound, "unknown", [new Reason("case.unknown", null, "")]);

    /// <summary>422: the idempotency key was used before for another request.</summary>
    public static IResult KeyReused() => new Problem(StatusCodes.Status422UnprocessableEntity, "key-reused", [new Reason("once.key_reused")]);

    private sealed class Problem(int status, string type, IReadOnlyList<Reason> reasons) : IResult
    {
        public Task ExecuteAsync(HttpContext http)
        {
            var words = Words.Of(http);
            return Results.Problem(
                statusCode: status, type: $"/problems/{type}", title: words[$"error.{status}.title"], instance: http.Request.Path,
                detail: string.Join(words.English ? "; " : "；", reasons.Select(r => ReasonWords.Of(r, words))),
                extensions: new Dictionary<string, object?>
                {
                    ["reasons"] = reasons.Select(r => ProblemReason.Of(r, words)),
                }).ExecuteAsync(http);
        }
    }
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
    public static ProblemReason Of(Reason r, Words words) => new(r.Code, r.Field, ReasonWords.Of(r, words), ReasonWords.Basis(r, words), ReasonWords.Who(r, words));
}
