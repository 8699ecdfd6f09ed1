using Duban.Ledger;
using Duban.Web.Shell;
using Microsoft.Extensions.Options;

namespace Duban.Web.Seals;

/// <summary>The daily seals for everybody: who keeps one can show later that nothing up to that day was changed or taken away.</summary>
public static class SealsModule
{
    /// <summary>So many of the latest stand on the page.</summary>
    public const int Shown = 31;

    /// <summary>The module's services.</summary>
    public static IServiceCollection AddSeals(this IServiceCollection services) => services.AddSingleton<DailySeals>();

    /// <summary>The module's addresses.</summary>
    public static Doors MapSeals(this Doors doors)
    {
        doors.Open.MapGet("/seals", Show);
        doors.Open.MapGet("/seals.csv", List);
        doors.Api.MapGet("/seals", Answer).AllowAnonymous().WithTags("seals").WithName("seals").Produces<IReadOnlyList<SealAnswer>>()
            .WithSummary("The daily seals from a day on, oldest first: the root of each day covers everything recorded until its end.");
        return doors;
    }

    private static async Task<IResult> Show(DailySeals seals, City city, IOptions<ShellSettings> shell, CancellationToken ct)
    {
        var all = await seals.Read(city.Code, ct: ct);
        return SealsPage.Of(new([.. all.Reverse().Take(Shown)], all.Count, shell.Value.Demo));
    }

    private static async Task<IResult> List(DailySeals seals, City city, CancellationToken ct) => Results.Text(
        string.Concat((await seals.Read(city.Code, ct: ct)).Select(s => SealList.Line(s) + "\n").Prepend(SealList.Heading + "\n")), "text/csv; charset=utf-8");

    private static async Task<IResult> Answer(DailySeals seals, City city, DateOnly? from, CancellationToken ct) => Results.Ok(
        (await seals.Read(city.Code, from ?? default, ct)).Select(s => new SealAnswer(s.Day, s.Heads, Convert.ToHexStringLower(s.Root))));
}

/// <summary>What the page shows.</summary>
/// <param name="Latest">The latest seals, the newest first.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Demo">True when the clock of everything else is the demo's, which no seal follows.</param>
public sealed record SealsView(IReadOnlyList<Seal> Latest, int Count, bool Demo);

/// <summary>A seal as machines read it.</summary>
/// <param name="Day">The sealed day.</param>
/// <param name="Heads">Streams that grew that day.</param>
/// <param name="Root">The day's root, 64 hexadecimal digits.</param>
public sealed record SealAnswer(DateOnly Day, long Heads, string Root);
