using Duban.Web.Cases;
using Duban.Web.Cases.Pages;
using Duban.Web.Residents.Answering;
using Duban.Web.Residents.Codes;
using Duban.Web.Residents.Notices;
using Duban.Web.Residents.Office;
using Duban.Web.Residents.Reports;

namespace Duban.Web.Residents;

/// <summary>Those whom it is all for: one-time codes, answers without an account, public notices and objections, reports and what became of them.</summary>
public static class ResidentsModule
{
    /// <summary>The module's services.</summary>
    public static IServiceCollection AddResidents(this IServiceCollection services) => services
        .AddSingleton<ResidentKey>().AddHostedService(provider => provider.GetRequiredService<ResidentKey>())
        .AddSingleton<SurveyCodes>().AddSingleton<ResidentWords>().AddSingleton<AnswerDesk>().AddSingleton<CodesDesk>().AddSingleton<WordsDesk>()
        .AddSingleton<NoticeReader>().AddSingleton<NoticeDesk>().AddSingleton<OnNotice>()
        .AddSingleton<ReportBook>().AddSingleton<Reporting>().AddSingleton<ReportDesk>().AddSingleton<CaseSteps>().AddSingleton<LookupDesk>().AddSingleton<PhotoDesk>()
        .AddSingleton<ReporterWords>(provider => provider.GetRequiredService<ReportBook>().Of)
        .AddSingleton<Alongside>(provider => provider.GetRequiredService<SurveyCodes>().Drawn)
        .AddSingleton<ObjectionWords>(provider => provider.GetRequiredService<ResidentWords>().OfObjections)
        .AddSingleton<AnswerWords>(provider => provider.GetRequiredService<ResidentWords>().OfAnswers);

    /// <summary>The module's addresses.</summary>
    public static Doors MapResidents(this Doors doors)
    {
        doors.Open.MapGet("/a", AnswerDesk.Ask);
        doors.Open.MapPost("/a", (HttpContext http, AnswerDesk desk) => desk.Enter(http));
        doors.Open.MapGet("/a/{code}", (HttpContext http, string code, AnswerDesk desk) => desk.Show(http, code));
        doors.Open.MapPost("/a/{code}", (HttpContext http, string code, AnswerDesk desk) => desk.Put(http, code));
        doors.Open.MapPost("/a/{code}/words", (HttpContext http, string code, AnswerDesk desk) => desk.Add(http, code));
        doors.Open.MapGet("/a/{code}/pictures/{sha256}", (HttpContext http, string code, string sha256, AnswerDesk desk) => desk.Picture(http, code, sha256));

        doors.Open.MapGet("/notices", (HttpContext http, NoticeDesk desk) => desk.List(http));
        doors.Open.MapGet("/notices/{number}", (HttpContext http, string number, NoticeDesk desk) => desk.Show(http, number));
        doors.Open.MapPost("/notices/{number}/objections", (HttpContext http, string number, NoticeDesk desk) => desk.Object(http, number));
        doors.Open.MapGet("/notices/{number}/objections/{reference}", (HttpContext http, string number, string reference, NoticeDesk desk) => desk.State(http, number, reference));

        doors.Open.MapGet("/report", (ReportDesk desk) => desk.Show());
        doors.Open.MapPost("/report", (HttpContext http, ReportDesk desk) => desk.Put(http)).TakesFiles(ReportForm.Photos);
        doors.Open.MapGet("/report/kept/{number}", (HttpContext http, string number, LookupDesk desk) => desk.Kept(http, number));
        doors.Open.MapGet("/lookup", LookupDesk.Ask);
        doors.Open.MapPost("/lookup", (HttpContext http, LookupDesk desk) => desk.Enter(http));
        doors.Open.MapGet("/lookup/{number}", (HttpContext http, string number, LookupDesk desk) => desk.Show(http, number));
        doors.Open.MapPost("/lookup/{number}/not-fixed", (HttpContext http, string number, LookupDesk desk) => desk.Deny(http, number));

        doors.Pages.MapGet("/on-notice", (HttpContext http, OnNotice notices) => notices.Show(http));
        var cases = doors.Pages.MapGroup("/cases/{id}");
        cases.MapGet("/report/{position:int}", (HttpContext http, string id, int position, PhotoDesk desk) => desk.Show(http, id, position));
        cases.MapGet("/codes", (HttpContext http, string id, CodesDesk desk) => desk.Show(http, id));
        cases.MapPost("/codes", (HttpContext http, string id, CodesDesk desk) => desk.Renew(http, id));
        cases.MapGet("/codes/{sheet}", (HttpContext http, string id, string sheet, CodesDesk desk) => desk.Print(http, id, sheet));
        cases.MapGet("/words", (HttpContext http, string id, WordsDesk desk) => desk.Show(http, id));
        cases.MapPost("/words/erase", (HttpContext http, string id, WordsDesk desk) => desk.Erase(http, id));
        doors.Api.MapResidentsApi();
        return doors;
    }
}
