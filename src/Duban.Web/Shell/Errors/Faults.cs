using Duban.Ledger;
using Microsoft.AspNetCore.Diagnostics;

namespace Duban.Web.Shell.Errors;

/// <summary>Whose fault it was that a request broke off: the sender's, the storage's or the program's.</summary>
internal static class Faults
{
    /// <summary>The status that answers it.</summary>
    public static int StatusOf(Exception error, HttpRequest request) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // One field of a form in an encoding that is not read here.
        NotSupportedException { TargetSite.DeclaringType.Namespace: "System.Text" } when request.HasFormContentType => StatusCodes.Status415UnsupportedMediaType,
        // A form that breaks off in the middle, or never was one.
        InvalidDataException or IOException { HResult: not Outage.NoSpaceLeft } when request.HasFormContentType => StatusCodes.Status400BadRequest,
        _ when Outage.Is(error) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>True for what a sender did wrong: anybody can do so as often as they like, and it should not fill the log with traces of our own code.</summary>
    public static bool IsTheSenders(ExceptionHandlerSuppressDiagnosticsContext broken) =>
        StatusOf(broken.Exception, broken.HttpContext.Request) < StatusCodes.Status500InternalServerError;
}
