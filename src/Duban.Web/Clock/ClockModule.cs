using Duban.Web.Calendar;
using Duban.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Duban.Web.Clock;

/// <summary>The time everything goes by, and the demo's switch that moves it forward.</summary>
public static class ClockModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.TryAddSingleton<WorkCalendars>();
        services.AddSingleton<RealTime>().AddSingleton<MovingClock>();
        services.AddOptions<ShellSettings>().Configure<City, TimeProvider>((shell, city, clock) =>
        {
            shell.City = city.Name;
            shell.Demo = clock is DemoClock;
        });
        return services;
    }

    /// <summary>The module's addresses.</summary>
    public static Doors MapClock(this Doors doors)
    {
        doors.Pages.MapPost("/demo/clock", Move);
        return doors;
    }

    private static async Task<IResult> Move(HttpContext http, [FromForm] string? by, [FromForm] string? to, [FromForm] string? back, MovingClock moving, Flash flash)
    {
        if (!moving.IsDemo) return Results.NotFound();
        if (!await moving.Move(by, to)) return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        var words = Words.Of(http);
        flash.Say(http, words["clock.demo.moved", words.Today, words.Time(words.Now)]);
        return Results.LocalRedirect(ReturnPath.Of(back));
    }
}
