using System.Net;
using Duban.Domain.People;
using Duban.Web.Clock;
using Duban.Web.Demo;
using Duban.Web.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Duban.Web.Tests;

/// <summary>The whole application over the demo city's units and people, on a database of its own, on 15 March 2021, 08:30 in Hengyang.</summary>
public sealed class Town : IAsyncDisposable
{
    /// <summary>The morning on which every test begins.</summary>
    public static readonly DateTimeOffset Morning = new(2021, 3, 15, 8, 30, 0, TimeSpan.FromHours(8));

    private readonly TownDatabase database;
    private readonly bool owns;

    private Town(TownDatabase database, bool owns, WebApplication app, TimeProvider clock) => (this.database, this.owns, App, Time) = (database, owns, app, clock);

    /// <summary>The application.</summary>
    public WebApplication App { get; }

    /// <summary>The application's time.</summary>
    public TimeProvider Time { get; }

    /// <summary>The time as a test moves it.</summary>
    public FakeTimeProvider Clock => (FakeTimeProvider)(Time is DemoClock demo ? demo.Beneath : Time);

    /// <summary>The settings under which a command line works on this town.</summary>
    public string Database => database.Address;

    /// <summary>Starts a town.</summary>
    /// <param name="on">Which database.</param>
    /// <param name="demo">True for a ledger whose time can be moved.</param>
    /// <param name="adjust">A last word on the application.</param>
    /// <param name="proxies">Proxies it stands behind.</param>
    public static async Task<Town> Start(On on = On.Sqlite, bool demo = false, Action<WebApplicationBuilder>? adjust = null, params IReadOnlyList<IPNetwork> proxies)
    {
        var fake = new FakeTimeProvider(Morning);
        return await Start(await TownDatabase.Create(on), owns: true, demo ? DemoClock.StartingAt(Morning, fake) : fake, adjust, proxies);
    }

    /// <summary>A second node on the same database, with the same time.</summary>
    public Task<Town> Beside() => Start(database, owns: false, Time, null, []);

    private static async Task<Town> Start(TownDatabase database, bool owns, TimeProvider clock, Action<WebApplicationBuilder>? adjust, IReadOnlyList<IPNetwork> proxies)
    {
        var settings = new Settings(database.Folder, database.Address, new("http://127.0.0.1:0"), null, proxies);
        var app = DubanHost.Build(await Installation.Open(settings), clock, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            adjust?.Invoke(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(database, owns, app, clock);
    }

    /// <summary>A service of the application.</summary>
    public T The<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>A browser that nobody has signed in with.</summary>
    public Browser Open() => new(App.GetTestServer().CreateHandler());

    /// <summary>A browser with somebody signed in.</summary>
    public async Task<Browser> SignIn(string user, string password = DemoPeople.Password)
    {
        var browser = Open();
        var answer = await browser.SignIn(user, password);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        return browser;
    }

    /// <summary>A token of a person's first post.</summary>
    public async Task<string> Token(string user, TokenScope scope)
    {
        var standing = await The<Standings>().Of(new PersonId(user)) ?? throw new InvalidOperationException(user);
        return (await The<ApiTokens>().Issue(standing.Posts[0], "test", scope, TimeSpan.FromDays(365), "test")).Token;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        if (owns) await database.DisposeAsync();
    }
}
