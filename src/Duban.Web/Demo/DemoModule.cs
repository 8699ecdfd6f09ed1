using Duban.Web.Clock;
using Duban.Web.People;

namespace Duban.Web.Demo;

/// <summary>What a demo ledger shows that another does not.</summary>
public static class DemoModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddOptions<TrialAccounts>().Configure<City, TimeProvider>((trial, city, clock) =>
        {
            if (clock is not DemoClock || city.Code != DemoPeople.City.Code) return;
            trial.Password = DemoPeople.Password;
            trial.Shown = units => units.All.Count == 0 ? [] : [.. DemoPeople.People(units).Where(p => DemoPeople.Shown.Contains(p.UserName))];
        });
        return services;
    }
}
