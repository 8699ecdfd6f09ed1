using Duban.Domain.People;
using Duban.Web.Calendar;
using Duban.Web.Calendar.Pages;
using Duban.Web.People;
using Duban.Web.Procedures.Pages;

namespace Duban.Web.Procedures;

/// <summary>Campaigns, procedures and working days: what differs between cities is data.</summary>
public static class ProceduresModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddProcedures(this IServiceCollection services) => services
        .AddSingleton<ProcedureCatalog>().AddSingleton<Campaigns>().AddSingleton<CampaignNumbers>()
        .AddSingleton<WorkCalendars>().AddSingleton<CalendarDesk>().AddSingleton<SetupDesk>()
        .AddHostedService<CalendarWatch>();

    /// <summary>The module's addresses.</summary>
    public static Doors MapProcedures(this Doors doors)
    {
        var pages = doors.Pages.MapGroup("").RequireAuthorization(policy => policy.RequireAssertion(context =>
            context.User.Identity is SignedIn me && SetupRights.Roles(SetupAct.See).Contains(me.InPost.Role)));
        pages.MapGet("/campaigns", CampaignList.Show);
        pages.MapGet("/campaigns/new", CampaignFile.New);
        pages.MapGet("/campaigns/{code}", CampaignFile.Show);
        pages.MapPost("/campaigns", CampaignFile.Open);
        pages.MapPost("/campaigns/{code}", CampaignFile.Change);
        pages.MapGet("/procedures", ProcedureList.Show);
        pages.MapPost("/procedures", ProcedureList.Add);
        pages.MapGet("/procedures/{code}/{version:int}", ProcedureList.One);
        pages.MapGet("/procedures/{code}/{version:int}/json", ProcedureList.Download);
        pages.MapGet("/calendar", YearSheet.Show);
        pages.MapPost("/calendar", YearSheet.Replace);
        pages.MapPost("/calendar/days", YearSheet.ChangeDay);
        doors.Api.MapCampaignsApi();
        doors.Api.MapProceduresApi();
        doors.Api.MapCalendarApi();
        return doors;
    }
}
