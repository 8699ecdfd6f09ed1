using Duban.Domain;
using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Ledger;
using Duban.Web.Cases;
using Duban.Web.Cases.HandOvers;
using Duban.Web.People;

namespace Duban.Web.Demo;

/// <summary>The people of the demo at work: each act goes through the same ledger and rules as in earnest.</summary>
internal sealed class DemoTown(CaseLedger ledger, PeopleRegister people, UnitRegister units, BlobStore files, SingleSlip slips, ScriptClock clock, City city)
{
    private Dictionary<string, Actor> actors = [];

    /// <summary>The units, for the tellers of the story.</summary>
    public UnitTree Units { get; private set; } = new([]);

    /// <summary>Learns who is who.</summary>
    public async Task Gather()
    {
        Units = await units.Tree();
        actors = (await people.All()).Where(p => p.Unit is not null && p.Role is not null).GroupBy(p => p.Person).ToDictionary(g => g.Key, g =>
        {
            var unit = Units.Find(new UnitId(g.First().Unit!))!;
            return new Actor(new PersonId(g.Key), g.First().Role!.Value, unit.Path, unit.Kind);
        });
    }

    /// <summary>Whom a plan names, in their posts.</summary>
    public IReadOnlyList<Named> Named(Plan plan) => [.. plan.Team.Append(plan.Leader).Select(p => new Named(p, p.Value, [actors[p.Value]]))];

    /// <summary>Somebody in their post.</summary>
    public Actor this[string person] => actors[person];

    /// <summary>The first person of that kind of work in a unit, or null.</summary>
    public Actor? Of(Role role, UnitPath unit) => actors.Values.Where(a => a.Role == role && a.Unit == unit).MinBy(a => a.Person.Value, StringComparer.Ordinal);

    /// <summary>Somebody does something to a case; the story may not do what the rules refuse.</summary>
    public async Task Do(Actor by, CaseId id, ICaseAct act)
    {
        clock.Pass(TimeSpan.FromMinutes(1));
        var answer = await ledger.Ask(city.Code, new Asked(id, act) { Alongside = [slips.Of] }, new Act(by, clock.GetUtcNow(), WorkCalendar.China));
        if (answer is CaseAnswer.Refused refused)
            throw new InvalidOperationException($"{by.Person} {act.Kind} {id}: {string.Join(", ", refused.Reasons.Select(r => $"{r.Code}({r.Field})"))}");
        if (answer is not CaseAnswer.Done) throw new InvalidOperationException($"{by.Person} {act.Kind} {id}: {answer.GetType().Name}");
    }

    /// <summary>Somebody does something.</summary>
    public Task Do(string by, CaseId id, ICaseAct act) => Do(actors[by], id, act);

    /// <summary>A drawn picture, filed as evidence of a point.</summary>
    public async Task Photograph(Actor by, CaseId id, EvidenceKind kind, string point, int seed)
    {
        using var picture = new MemoryStream(DemoPicture.Draw(kind == EvidenceKind.After, seed));
        var blob = await files.Put(picture) ?? throw new InvalidOperationException("a drawn picture is too large");
        var taken = WorkCalendar.China.LocalDate(clock.GetUtcNow());
        var name = $"{id}-{(kind == EvidenceKind.After ? "after" : "before")}-{seed}.jpg";
        await Do(by, id, new FileEvidence(new Evidence(kind, blob.Sha256, name, "image/jpeg", blob.Length, point, taken)));
    }
}
