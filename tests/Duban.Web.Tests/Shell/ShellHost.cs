using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Duban.Domain.People;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Duban.Web.Tests.Shell;

/// <summary>The shell alone in a host of its own, on 15 March 2021, 08:30 in Hengyang.</summary>
public sealed class ShellHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private ShellHost(WebApplication app) => this.app = app;

    public static async Task<ShellHost> Start(Role? role = Role.Clerk, string environment = "Development", Action<WebApplication>? pages = null, Action<ShellSettings>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Duban.Web", EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddShell();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new(2021, 3, 15, 0, 30, 0, TimeSpan.Zero)));
        builder.Services.Configure<ShellSettings>(s =>
        {
            s.City = "衡阳市";
            s.Viewer = _ => new(role is { } r ? new Viewer("经办员", "市督查室", r) : null);
            s.Counts = (_, _) => new(new Dictionary<string, int> { ["cases"] = 124 });
            settings?.Invoke(s);
        });
        var app = builder.Build();
        app.UseShell();
        app.UseFormTokens();
        app.MapShell();
        app.MapGet("/", () => SamplePage.Of("工作台"));
        app.MapGet("/cases", () => SamplePage.Of("事项"));
        app.MapGet("/cases/{id}", (string id) => SamplePage.Of(id));
        app.MapPost("/sign-out", (HttpContext http, Flash flash) =>
        {
            flash.Say(http, "已退出");
            return Results.LocalRedirect("/cases");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute());
        pages?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    /// <summary>A browser with its own cookies that does not follow redirects.</summary>
    public HttpClient Browser() => new(new CookieJar { InnerHandler = app.GetTestServer().CreateHandler() }) { BaseAddress = new("http://localhost") };

    public static async Task<IHtmlDocument> Page(HttpClient browser, string path) => Read(await browser.GetStringAsync(path, TestContext.Current.CancellationToken));

    public static IHtmlDocument Read(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Posts the form with that action as it stands on the page, with these fields.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient browser, IDocument page, string action, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector($"form[action='{action}']") ?? throw new InvalidOperationException($"no form for {action}");
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await browser.PostAsync(action, content, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class CookieJar : DelegatingHandler
    {
        private readonly System.Net.CookieContainer jar = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
                request.Headers.Add("Cookie", cookies);
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var cookie in set)
                    jar.SetCookies(request.RequestUri!, cookie);
            return answer;
        }
    }
}
