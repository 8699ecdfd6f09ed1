using Duban.Web.People;

namespace Duban.Web;

/// <summary>The list of modules: each brings its services and hangs its addresses on the <see cref="Doors"/>.</summary>
public static class Modules
{
    /// <summary>What the modules need.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services) => services.AddPeople();

    /// <summary>What the modules answer.</summary>
    public static Doors MapModules(this Doors doors) => doors;
}
