using Duban.Web.Shell.Machines;
using Scalar.AspNetCore;

namespace Duban.Web.Shell;

/// <summary>The machine doors described: OpenAPI at <c>/openapi/v1.json</c>, browsable at <c>/api/reference</c>.</summary>
public static class Reference
{
    private const string Policy = "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The description's generator.</summary>
    public static IServiceCollection AddReference(this IServiceCollection services) => services.AddOpenApi("v1", Description.Of);

    /// <summary>The description and the page to browse it; for anybody, since it holds no fact of any city. Nothing on it leads outside or is loaded from there.</summary>
    public static void MapReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/api/reference", scalar => scalar
                .WithTitle("Duban API").WithOpenApiRoutePattern("/openapi/{documentName}.json")
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton().HideDeveloperTools()
                .WithCustomCss("a[href*='scalar.com'] { display: none; }"))
            .AllowAnonymous().WithMetadata(new ContentPolicy(Policy));
    }
}
