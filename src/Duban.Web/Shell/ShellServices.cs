using System.Text.Encodings.Web;
using System.Text.Unicode;
using Duban.Web.Shell.Errors;
using Duban.Web.Shell.Gallery;
using Duban.Web.Shell.Machines;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Duban.Web.Shell;

/// <summary>How the host takes the shell in: <c>services.AddShell()</c>, <c>app.UseShell()</c>, <c>app.MapShell()</c>.</summary>
public static class ShellServices
{
    /// <summary>The languages, the first being everybody's until they choose.</summary>
    internal static readonly string[] Languages = ["zh-CN", "en"];

    /// <summary>Services of the frame; modules add theirs with <c>services.Configure&lt;ShellSettings&gt;</c>.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PageAssets>();
        services.AddSingleton<Menu>();
        services.AddSingleton<Flash>();
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "duban-token";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.SuppressXFrameOptionsHeader = true;
        });
        services.AddProblemDetails();
        services.AddMachines();
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
            // A program says its language with each request; a person chooses it once.
            o.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = LanguageEndpoint.CookieName }, new CustomRequestCultureProvider(OfProgram)];
            o.ApplyCurrentCultureToResponseHeaders = false;
        });
        return services;
    }

    private static Task<ProviderCultureResult?> OfProgram(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") || http.Features.Get<IExceptionHandlerPathFeature>()?.Path.StartsWith("/api", StringComparison.OrdinalIgnoreCase) == true
            ? new AcceptLanguageHeaderRequestCultureProvider().DetermineProviderCultureResult(http)
            : Task.FromResult<ProviderCultureResult?>(null);

    /// <summary>Error pages, headers, routing and language. Authentication and authorization follow, then <see cref="FormTokens.UseFormTokens"/>.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/oops",
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = Faults.IsTheSenders,
        });
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), doors => doors
            .UseStatusCodePages(bare => Problems.Of(bare.HttpContext.Response.StatusCode).ExecuteAsync(bare.HttpContext)));
        app.UseRouting();
        app.UsePageHeaders();
        app.UseSoundQueries();
        app.UseRequestLocalization();
        return app;
    }

    /// <summary>Style sheets, error pages, the language switch; in development the gallery of components.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.Services.GetRequiredService<PageAssets>().Read(app);
        app.MapErrorPages();
        app.MapLanguage();
        if (app.Environment.IsDevelopment())
            app.MapGallery();
        return app;
    }
}
