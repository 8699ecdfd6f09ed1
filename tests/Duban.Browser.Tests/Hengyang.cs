using Duban.Web;
using Duban.Web.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Duban.Browser.Tests.Hengyang))]

namespace Duban.Browser.Tests;

/// <summary>The demo city served to a real Chromium: one ledger and one browser for all tests, each of which keeps to cases of its own.</summary>
public sealed class Hengyang : IAsyncLifetime
{
    // A browser that loads nothing but what a test asks for.
    private static readonly string[] quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("duban-browser-");
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? chromium;

    /// <summary>The application, for what no page offers.</summary>
    public WebApplication App => app!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("DUBAN_TEST_CHROMIUM");
        Assert.False(string.IsNullOrEmpty(program), "DUBAN_TEST_CHROMIUM does not name a Chromium, e.g. /usr/bin/chromium; ./test finds or installs one.");
        var settings = new Settings(folder.FullName, Path.Combine(folder.FullName, "duban.db"), new("http://127.0.0.1:0"), null, []);
        await DemoCity.Load(settings);
        app = DubanHost.Build(await Installation.Open(settings), null, builder => builder.Logging.ClearProviders());
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = quiet });
    }

    /// <summary>Somebody at a screen of their own.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="scripts">True to let scripts run; nothing may depend on it.</param>
    public async Task<Visitor> Visit(int width = 1440, bool scripts = false)
    {
        var context = await chromium!.NewContextAsync(new()
        {
            BaseURL = App.Urls.Single(),
            JavaScriptEnabled = scripts,
            Locale = "zh-CN",
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
        });
        context.SetDefaultTimeout(15_000);
        return new(context, await context.NewPageAsync());
    }

    /// <summary>Somebody at a screen of their own, signed in.</summary>
    public async Task<Visitor> SignIn(string user, int width = 1440, bool scripts = false)
    {
        var visitor = await Visit(width, scripts);
        await visitor.SignIn(user);
        return visitor;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
