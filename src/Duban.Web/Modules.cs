using Duban.Web.Cases;
using Duban.Web.Clock;
using Duban.Web.Demo;
using Duban.Web.Documents;
using Duban.Web.People;
using Duban.Web.Procedures;
using Duban.Web.Residents;
using Duban.Web.Seals;
using Duban.Web.Shell;

namespace Duban.Web;

/// <summary>The list of modules: each brings its services and hangs its addresses on the <see cref="Doors"/>.</summary>
public static class Modules
{
    /// <summary>What the modules need.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services) =>
        services.AddShell().AddClock().AddPeople().AddProcedures().AddCases().AddDocuments().AddResidents().AddSeals().AddDemo();

    /// <summary>What the modules answer.</summary>
    public static Doors MapModules(this Doors doors) => doors.MapClock().MapPeople().MapProcedures().MapCases().MapDocuments().MapResidents().MapSeals();
}
