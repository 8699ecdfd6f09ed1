using Scalar.AspNetCore;

namespace Duban.Web.Shell;

/// <summary>The machine doors described: OpenAPI at <c>/openapi/v1.json</c>, browsable at <c>/api/reference</c>.</summary>
public static class Reference
{
    private const string Policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The description's generator.</summary>
    public static IServiceCollection AddReference(this IServiceCollection services) => services.AddOpenApi("v1", openApi =>
    {
        openApi.ShouldInclude = operation => operation.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Duban 督办";
            document.Info.Version = "1";
            document.Info.Description =
                "Everything the pages can do. Sign in with `Authorization: Bearer dbn_…`. Errors are problem details (RFC 9457) whose `reasons` "
                + "carry a stable code, the field, the words, the basis and who can supply what is missing. "
                + "Send `Idempotency-Key` to repeat a request safely and `If-Match` to act on the version you have seen.";
            return Task.CompletedTask;
        });
    });

    /// <summary>The description and the page to browse it; for anybody, since it holds no fact of any city.</summary>
    public static void MapReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/api/reference", scalar => scalar.WithTitle("Duban API").WithOpenApiRoutePattern("/openapi/{documentName}.json"))
            .AllowAnonymous().WithMetadata(new ContentPolicy(Policy));
    }
}
