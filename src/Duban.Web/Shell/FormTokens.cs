using Microsoft.AspNetCore.Antiforgery;

namespace Duban.Web.Shell;

/// <summary>A form without its token goes no further, whether or not its handler reads the form.</summary>
public static class FormTokens
{
    /// <summary>Stands after authentication and authorization: a token belongs to the person who got it.</summary>
    public static WebApplication UseFormTokens(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use((http, next) =>
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true }
                || http.Features.Get<IAntiforgeryValidationFeature>() is not { } token)
                return next(http);
            if (token.IsValid && SoundRequests.FormIsSound(http)) return next(http);
            http.Response.StatusCode = TooLarge(token.Error) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
        return app;
    }

    // The token sits in the form, so a form over its limits fails here first; the reader should hear "too large", not "bad token".
    private static bool TooLarge(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
            if (error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                || (error is InvalidDataException && error.Message.Contains("limit", StringComparison.Ordinal)))
                return true;
        return false;
    }
}
