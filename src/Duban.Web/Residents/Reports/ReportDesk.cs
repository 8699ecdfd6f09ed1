using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Cases;
using Duban.Web.Cases.Files;
using Duban.Web.Cases.Pages;
using Duban.Web.Clock;
using Duban.Web.People;
using Duban.Web.Residents.Codes;
using Duban.Web.Shell;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Residents.Reports;

/// <summary>A problem reported without an account: it becomes a lead of no campaign, which the office registers, merges or voids; the reporter gets a number.</summary>
public sealed class ReportDesk(ReportBook book, Reporting reporting, UnitRegister units, FileIntake intake, ResidentKey key, RealTime time)
{
    private readonly Patience reports = new(each: 10, all: 300, TimeSpan.FromHours(1), time.Clock, own: 2);

    /// <summary>The empty form.</summary>
    public async Task<IResult> Show() => ReportPage.Of(new(await units.Tree(), NewKey()));

    /// <summary>The form as the page sent it.</summary>
    public async Task<IResult> Put(HttpContext http)
    {
        var (read, sent) = await ActDesk.Read<ReportForm>(http);
        // Ours are random; another's would share its space with everybody's.
        var key = Guid.TryParseExact(sent.Once, "N", out _) ? sent.Once! : NewKey();
        var (number, reasons) = await Take(http, read, key);
        if (number is not null) return Results.LocalRedirect($"/report/kept/{number.Value}");
        // A form of which another wording was taken would never be taken again: this one is a new form.
        var once = IsSent(reasons) ? NewKey() : key;
        var status = IsWait(reasons) ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return ReportPage.Of(new(await units.Tree(), once) { Typed = read.Form, Refused = reasons }, status);
    }

    /// <summary>The same from a program.</summary>
    public async Task<IResult> PutApi(HttpContext http)
    {
        var read = await FormText.Read<ReportForm>(http.Request);
        var (number, reasons) = await Take(http, read, MachineHeaders.KeyOf(http) is { } chosen ? key.NameOf("report", Patience.Of(http), chosen) : null);
        return number is not null ? Results.Ok(new ReportTaken(number.Value, $"/lookup/{number.Value}"))
            : IsWait(reasons) ? Problems.TooMany(reasons)
            : IsSent(reasons) ? Problems.KeyReused() : Problems.Refused(reasons);
    }

    private async Task<(ReportNumber? Number, IReadOnlyList<Reason> Reasons)> Take(HttpContext http, FormRead<ReportForm> read, string? once)
    {
        var files = http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted)).Files : new FormFileCollection();
        // The last press of an impatient finger leads to the number too, however many reports came from here.
        if (once is not null && files.All(f => f.Length == 0) && await Taken(http, NumberOf(once, RequestOf(read.Form, []))) is { } taken) return (taken, []);
        // Counted before anything is unfolded: to make a photo small is work for us and none for whoever sends it.
        if (!reports.Take(http)) return (null, [new("residents.reports_wait")]);
        var tree = await units.Tree();
        var (said, reasons) = read.Form.Read(read.Reasons, tree);
        var (photos, refused) = await intake.Shrunk(files, "photos", ReportForm.Photos, http.RequestAborted);
        reasons.AddRange(refused);
        if (reasons.Count > 0)
        {
            // A browser sends its file field even when nothing is chosen.
            if (files.All(f => f.Length == 0)) reports.GiveBack(http);
            return (null, ReportForm.InOrder(reasons));
        }
        var request = RequestOf(read.Form, photos.Select(p => Convert.ToHexStringLower(SHA256.HashData(p.Jpeg))));
        for (once ??= NewKey(); ; once = Next(once))
        {
            var number = NumberOf(once, request);
            if (await Taken(http, number) is { } before)
            {
                reports.GiveBack(http);
                return (before, []);
            }
            var answer = await reporting.Begin(number, said, photos, new(once, request));
            // Taken before and found no more: it was erased. Whoever sends it again reports it again, under a number of its own.
            if (answer is CaseAnswer.Repeated && await book.Find(number) is null) continue;
            if (answer is not CaseAnswer.Done) reports.GiveBack(http);
            return answer switch
            {
                CaseAnswer.Done or CaseAnswer.Repeated => (number, []),
                CaseAnswer.KeyReused => (null, [new Reason("residents.report_sent")]),
                CaseAnswer.Refused refusal => (null, refusal.Reasons),
                _ => (null, [new Reason("residents.again")]),
            };
        }
    }

    // Follows from the key, so that pressing twice still makes one report.
    private string Next(string once) => Convert.ToHexStringLower(key.Sign(Encoding.UTF8.GetBytes($"after {once}")));

    private static byte[] RequestOf(ReportForm typed, IEnumerable<string> photos) =>
        JsonSerializer.SerializeToUtf8Bytes(new { form = nameof(ReportForm), typed, photos });

    // The number follows from the form's key and all that was said: pressing twice gives it twice, and a stranger who has not both cannot get it.
    private ReportNumber NumberOf(string once, byte[] request) =>
        ReportNumber.Of(key.Sign([.. Encoding.UTF8.GetBytes($"report {once} "), .. SHA256.HashData(request)]));

    private async Task<ReportNumber?> Taken(HttpContext http, ReportNumber number)
    {
        if (await book.Find(number) is null) return null;
        http.Response.Headers[MachineHeaders.Replayed] = "true";
        return number;
    }

    private static bool IsWait(IReadOnlyList<Reason> reasons) => reasons is [{ Code: "residents.reports_wait" }];

    private static bool IsSent(IReadOnlyList<Reason> reasons) => reasons is [{ Code: "residents.report_sent" }];

    private static string NewKey() => Guid.NewGuid().ToString("N");
}

/// <summary>A report that was taken.</summary>
/// <param name="Number">Its number, told this once: it is kept nowhere.</param>
/// <param name="Page">Where a person reads what becomes of it.</param>
public sealed record ReportTaken(string Number, string Page);

/// <summary>The form.</summary>
/// <param name="Units">The city's units.</param>
/// <param name="Once">A random key: pressing twice makes one report.</param>
public sealed record ReportView(UnitTree Units, string Once)
{
    /// <summary>What was typed.</summary>
    public ReportForm Typed { get; init; } = new(null, null, null, null, null);

    /// <summary>Why it is refused.</summary>
    public IReadOnlyList<Reason> Refused { get; init; } = [];

    /// <summary>The reasons of one field.</summary>
    public IEnumerable<Reason> Of(string field) => Refused.Where(r => r.Field == field);
}
