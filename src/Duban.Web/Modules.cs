using Duban.Web.Clock;
using Duban.Web.People;
using Duban.Web.Shell;

namespace Duban.Web;

/// <summary>The list of modules: each brings its services and hangs its addresses on the <see cref="Doors"/>.</summary>
public static class Modules
{
    /// <summary>What the modules need.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services) => services.AddShell().AddClock().AddPeople();

    /// <summary>What the modules answer.</summary>
    public static Doors MapModules(this Doors doors) => doors.MapClock().MapPeople();
}
