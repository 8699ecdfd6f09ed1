using Duban.Web.Calendar;

namespace Duban.Web.Procedures;

/// <summary>Campaigns, procedures and working days: what differs between cities is data.</summary>
public static class ProceduresModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddProcedures(this IServiceCollection services) => services
        .AddSingleton<ProcedureCatalog>().AddSingleton<Campaigns>().AddSingleton<WorkCalendars>()
        .AddHostedService<CalendarWatch>();

    /// <summary>The module's addresses.</summary>
    public static Doors MapProcedures(this Doors doors) => doors;
}
