using Duban.Web.Shell.Machines;
using Microsoft.AspNetCore.Diagnostics;

namespace Duban.Web.Shell.Errors;

/// <summary>What stands in place of an answer: a page in the reader's language, problem details under <c>/api</c>.</summary>
internal static class ErrorPages
{
    // No group filter may stand over these: filters skip a handler whose status is already an error.
    public static void MapErrorPages(this WebApplication app)
    {
        app.Map("/oops", IResult (HttpContext http) =>
        {
            var fault = http.Features.Get<IExceptionHandlerPathFeature>();
            // Asked for by its own name it is no address at all.
            if (fault is null) return new ErrorView(StatusCodes.Status404NotFound);
            var status = Faults.StatusOf(fault.Error, http.Request);
            if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "30";
            if (!fault.Path.StartsWith("/api", StringComparison.OrdinalIgnoreCase)) return new ErrorView(status);
            var w = Words.Of(http);
            return w.Knows($"error.{status}.title")
                ? Results.Problem(statusCode: status, title: w[$"error.{status}.title"], detail: w[$"error.{status}.text"])
                : Results.Problem(statusCode: status);
        }).AllowAnonymous().ExcludeFromDescription();

        app.Map("/status/{code:int}", IResult (HttpContext http, int code) =>
            new ErrorView(http.Features.Get<IStatusCodeReExecuteFeature>() is null ? StatusCodes.Status404NotFound : code))
            .AllowAnonymous().ExcludeFromDescription();

        app.Map("/api/{**rest}", (HttpContext http, Unreached unreached) => unreached.Answer(http)).ExcludeFromDescription();
    }
}
