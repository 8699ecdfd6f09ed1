namespace Duban.Web.Shell.Errors;

/// <summary>An error page; when even the frame cannot be had (no database), a plain one.</summary>
internal sealed class ErrorView(int status) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (status >= StatusCodes.Status500InternalServerError)
            http.Features.Set(new PlainFrame());
        await ErrorPage.Of(status, status).ExecuteAsync(http);
    }
}

/// <summary>Marks a request whose frame must not ask anybody anything.</summary>
internal sealed record PlainFrame;
