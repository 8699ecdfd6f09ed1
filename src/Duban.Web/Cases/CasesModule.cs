using Duban.Web.Cases.HandOvers;

namespace Duban.Web.Cases;

/// <summary>The loop: cases, their acts, their pages and their machine doors.</summary>
public static class CasesModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseCache>().AddSingleton<CaseLedger>().AddSingleton<CaseDoor>().AddSingleton<HandOverDesk>();

    /// <summary>The module's addresses.</summary>
    public static Doors MapCases(this Doors doors)
    {
        doors.Api.MapCasesApi();
        return doors;
    }
}
