using System.Net;
using System.Text.Json;
using Duban.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Duban.Web.Tests.Shell;

/// <summary>A storage that is gone for a while is said to be gone, in the reader's language, and is not called a fault.</summary>
public sealed class OutageTests
{
    public static TheoryData<string, int> Faults => new()
    {
        { "storage", 503 }, { "busy", 503 }, { "full", 503 }, { "statement", 500 }, { "program", 500 },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task What_passes_is_told_from_what_does_not(string fault, int status)
    {
        await using var host = await ShellHost.Start(pages: app =>
        {
            foreach (var door in new[] { "", "/api" }) app.MapGet($"{door}/fault", string () => throw Of(fault));
        });
        using var page = await host.Browser().GetAsync("/fault", TestContext.Current.CancellationToken);
        using var machine = await host.Browser().GetAsync("/api/fault", TestContext.Current.CancellationToken);
        Assert.Equal(((HttpStatusCode)status, (HttpStatusCode)status), (page.StatusCode, machine.StatusCode));
        Assert.Equal(status == 503, machine.Headers.RetryAfter is not null);
        var told = JsonDocument.Parse(await machine.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("detail").GetString()!;
        Assert.Contains(told, (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
    }

    [Theory, InlineData("cut", 400, 0), InlineData("program", 500, 1)]
    public async Task What_a_sender_did_wrong_is_answered_and_fills_no_log(string fault, int status, int logged)
    {
        using var log = new Traces();
        await using var host = await ShellHost.Start(pages: app =>
        {
            app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            app.MapGet("/fault", string () => throw Of(fault));
        });
        using var page = await host.Browser().GetAsync("/fault", TestContext.Current.CancellationToken);
        Assert.Equal((status, logged), ((int)page.StatusCode, log.Exceptions));
    }

    private static Exception Of(string fault) => fault switch
    {
        "cut" => new BadHttpRequestException("secret", StatusCodes.Status400BadRequest),
        "storage" => new StorageException("secret", new IOException("secret")),
        "busy" => new SqliteException("secret", 5),
        "full" => new SqliteException("secret", 13),
        "statement" => new SqliteException("secret", 1),
        _ => new InvalidOperationException("secret"),
    };
}
