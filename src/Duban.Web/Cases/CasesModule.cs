using Duban.Ledger;
using Duban.Web.Cases.Files;
using Duban.Web.Cases.HandOvers;
using Duban.Web.Cases.Lists;
using Duban.Web.Cases.Pages;
using Duban.Web.Shell;
using Microsoft.Extensions.Options;

namespace Duban.Web.Cases;

/// <summary>The loop: cases, their acts, their pages and their machine doors.</summary>
public static class CasesModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseCache>().AddSingleton<CaseTurns>().AddSingleton<CaseLedger>().AddSingleton<CaseDoor>().AddSingleton<CaseNumbers>()
        .AddSingleton<SlipNumbers>().AddSingleton<HandOverDesk>()
        .AddSingleton<HandedOverCases>().AddSingleton<Slips>().AddSingleton<SlipSigning>().AddSingleton<DaysToSettle>().AddSingleton<HandOverForms>()
        .AddSingleton<DueRows>().AddHostedService<DueWatch>()
        .AddSingleton<SingleSlip>().AddSingleton<Alongside>(provider => provider.GetRequiredService<SingleSlip>().Of)
        .AddSingleton(provider => new BlobStore(provider.GetRequiredService<Settings>().Files, FileLimits.Bytes))
        .AddSingleton<FileIntake>().AddSingleton<Thumbnails>().AddSingleton<CaseFiles>().AddSingleton<EvidenceDesk>()
        .AddSingleton<HolderReader>().AddSingleton<CaseReader>().AddSingleton<ActDesk>().AddSingleton<Registering>().AddSingleton<RegisterDesk>()
        .AddSingleton<CaseTallies>().AddSingleton<CampaignCases>().AddSingleton<MenuCounts>().AddSingleton<CaseLists>().AddSingleton<DeskReader>()
        .AddSingleton<IConfigureOptions<ShellSettings>>(provider => new ConfigureOptions<ShellSettings>(shell =>
            shell.Counts = (http, _) => provider.GetRequiredService<MenuCounts>().Of(http)));

    /// <summary>The module's addresses.</summary>
    public static Doors MapCases(this Doors doors)
    {
        doors.Api.MapCasesApi();
        doors.Api.MapBeginningsApi();
        doors.MapCasePages();
        doors.Pages.MapHandOverPages();
        doors.MapListPages();
        return doors;
    }
}
