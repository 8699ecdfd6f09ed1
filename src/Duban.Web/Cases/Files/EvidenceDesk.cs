using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Web.Cases.Acts;
using Duban.Web.Cases.Pages;
using Duban.Web.People;
using Duban.Web.Shell.Forms;
using Duban.Web.Shell.Machines;
using Standing = Duban.Domain.Cases.Standing;

namespace Duban.Web.Cases.Files;

/// <summary>传佐证: several files in one act, all or none, from a page or a machine.</summary>
public sealed class EvidenceDesk(CaseReader reader, ActDesk acts, CaseDoor door, CaseLedger ledger, FileIntake intake, UnitRegister units, City city)
{
    private const string Name = "evidence";

    /// <summary>The empty form.</summary>
    public async Task<IResult> Show(HttpContext http, string id)
    {
        if (await reader.Read(SignedIn.ActorOf(http), id) is not { } one) return Results.NotFound();
        if (ActDesk.Barred(one, CaseAct.FileEvidence)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var point = one.Case.Evidence.Select(e => e.Point).LastOrDefault();
        var typed = TypedForm.Of(new EvidenceForm(one.Case.Stage == Stage.Rectifying ? "after" : "before", point, null, null));
        return ActPage.Of(await acts.Sheet(http, one, typeof(EvidenceForm), Name, CaseAct.FileEvidence, typed) with { Standing = ActDesk.Against(one, CaseAct.FileEvidence) });
    }

    /// <summary>The form as a page sent it.</summary>
    public async Task<IResult> Put(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return Results.NotFound();
        var (read, sent) = await ActDesk.Read<EvidenceForm>(http);
        var answer = await File(http, by, c, read, sent.Seen, sent.Once);
        return await acts.Answer(http, by, c, answer, typeof(EvidenceForm), Name, CaseAct.FileEvidence, TypedForm.Of(read.Form), sent.Seen);
    }

    /// <summary>The same from a machine.</summary>
    public async Task<IResult> PutApi(HttpContext http, string id)
    {
        var by = SignedIn.ActorOf(http);
        if (await reader.Find(by, id) is not { } c) return new CaseResult(new CaseAnswer.Unknown(id));
        var (read, _) = await ActDesk.Read<EvidenceForm>(http);
        return new CaseResult(await File(http, by, c, read, MachineHeaders.SeenBy(http), MachineHeaders.KeyOf(http)));
    }

    private async Task<CaseAnswer> File(HttpContext http, Actor by, Case c, FormRead<EvidenceForm> read, long? seen, string? once)
    {
        // Whoever may not file here does not get to fill the disk either.
        if (Rights.Refusal(by, CaseAct.FileEvidence, c.Holding?.Unit, c.CoUnits) is { } barred) return new CaseAnswer.Refused(c, [barred]);
        var act = door.ActOf(by);
        if (Standing.Of(CaseAct.FileEvidence, c, act) is { Count: > 0 } late) return new CaseAnswer.Refused(c, late);
        var reading = new ActReading(c, act, await units.Tree());
        var form = read.Form;
        var (kind, taken) = (reading.Choice<EvidenceKind>(form.Kind, "kind"), reading.Day(form.TakenOn, "takenOn"));
        var (files, refused) = await intake.Take((await http.Request.ReadFormAsync(http.RequestAborted)).Files, "files", photosOnly: false, http.RequestAborted);
        var (point, measure) = (ActReading.Words(form.Point), ActReading.Optional(form.Measure));
        var evidence = files.Select(f => new Evidence(kind, f.Blob.Sha256, f.Name, f.MediaType, f.Blob.Length, point, taken ?? f.Photo.TakenOn, measure)
        {
            Longitude = f.Photo.Longitude,
            Latitude = f.Photo.Latitude,
        }).ToArray();
        var asked = new Asked(c.Id, new FileEvidence(evidence), seen) { Typed = [.. read.Reasons, .. reading.Reasons, .. refused, .. Blank(form, evidence)] };
        return await ledger.Ask(city.Code, asked, act,
            once is null ? null : new(once, JsonSerializer.SerializeToUtf8Bytes(new { id = c.Id.Value, form = Name, typed = form, files = evidence.Select(e => e.Sha256) })));
    }

    // Without a file the rule has nothing to say about the point; the page says both at once.
    private static IEnumerable<Reason> Blank(EvidenceForm form, Evidence[] evidence) =>
        evidence.Length == 0 && string.IsNullOrWhiteSpace(form.Point) ? [new Reason("field.required", "point")] : [];
}
