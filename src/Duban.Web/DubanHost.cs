using System.IO.Compression;
using Duban.Ledger;
using Duban.Web.People;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;

namespace Duban.Web;

/// <summary>Builds the web application over an open installation: for <c>duban serve</c>, the tests and the bench alike.</summary>
public static class DubanHost
{
    /// <summary>The whole application, ready to start; it owns the installation and closes it at the end.</summary>
    /// <param name="installation">Storage and city.</param>
    /// <param name="clock">The time; null for the installation's own.</param>
    /// <param name="adjust">A last word on the builder, e.g. another server.</param>
    public static WebApplication Build(Installation installation, TimeProvider? clock = null, Action<WebApplicationBuilder>? adjust = null)
    {
        var settings = installation.Settings;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DubanHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Url.ToString());
        if (settings.Url.Scheme == Uri.UriSchemeHttps) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A photo or a workbook has its own, larger limit at its own address.
            kestrel.Limits.MaxRequestBodySize = 4 * 1024 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 10_000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            // Village networks are slow, not hostile: 100 bytes a second after half a minute still counts as alive.
            kestrel.Limits.MinRequestBodyDataRate = new(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(30));
        });
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Keys lie in the database as everything else does; who can read them there can read all of it.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A form without its token is its sender's fault and is answered (see FormTokens): anybody could fill the log with them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        // Why the house could not open is told in words by the command that opens it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // Standard output belongs to results; the log goes where people look for complaints.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(installation.City);
        builder.Services.AddSingleton(_ => installation.Store).AddSingleton<OnceKeys>();
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(30) });
        builder.Services.AddAuthorization();
        AddCompression(builder.Services);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.Services.AddReference();
        builder.Services.AddModules();
        builder.Services.AddHostedService<Schedule>();
        builder.Services.AddSingleton(clock ?? installation.Clock);
        adjust?.Invoke(builder);

        var app = builder.Build();
        if (settings.Proxies.Count > 0) app.UseForwardedHeaders(Forwarded(settings));
        app.UseResponseCompression();
        app.UseShell();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseFormTokens();
        app.UseMachineRules();
        app.UseOneTimePasswords();
        app.MapHealth();
        app.MapShell();
        app.MapReference();
        Doors.Of(app).MapModules();
        return app;
    }

    // Pages carry their anti-forgery token masked anew each time, so compressing them under TLS gives nothing away.
    private static void AddCompression(IServiceCollection services) => services
        .AddResponseCompression(compression => compression.EnableForHttps = true)
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);

    private static ForwardedHeadersOptions Forwarded(Settings settings)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.Proxies) options.KnownIPNetworks.Add(network);
        return options;
    }
}
