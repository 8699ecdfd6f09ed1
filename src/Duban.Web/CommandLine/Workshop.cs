using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Clock;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Duban.Web.CommandLine;

/// <summary>The product's services without its web server, for commands that work on cases.</summary>
public sealed class Workshop : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Workshop(ServiceProvider services) => this.services = services;

    /// <summary>Opens the workshop of an installation.</summary>
    /// <param name="installation">Storage and city.</param>
    /// <param name="clock">The time; null for the installation's own.</param>
    public static Workshop Open(Installation installation, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(installation.Settings).AddSingleton(installation.City);
        services.AddSingleton(installation.Store); // An instance, so that the installation and not the workshop closes it.
        services.AddModules();
        services.Replace(ServiceDescriptor.Singleton(clock ?? installation.Clock));
        services.AddSingleton<RealTime>();
        services.TryAddSingleton(new BlobStore(Path.Combine(installation.Settings.Data, "files")));
        return new(services.BuildServiceProvider());
    }

    /// <summary>A service.</summary>
    public T The<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Whoever stands at the command line: the operator, with the rights of the office's clerk.</summary>
    public static Actor Operator(City city, UnitId office) =>
        new(new PersonId("operator"), Role.Clerk, new UnitPath($"{city.Code}/{office}/"), UnitKind.Office);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
