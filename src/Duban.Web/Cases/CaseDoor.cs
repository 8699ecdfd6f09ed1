using System.Text.Json;
using Duban.Domain;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;
using Duban.Web.Calendar;
using Duban.Web.Cases.Acts;
using Duban.Web.Cases.HandOvers;
using Duban.Web.People;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases;

/// <summary>Where typed forms become acts: the page and the machine come through here alike.</summary>
public sealed class CaseDoor(CaseLedger ledger, UnitRegister units, PeopleRegister people, WorkCalendars calendars, SlipNumbers slipNumbers, City city, TimeProvider clock,
    IEnumerable<Alongside> alongside)
{
    private readonly Alongside[] alongside = [.. alongside];

    /// <summary>An act of this person, now.</summary>
    public Act ActOf(Actor by) => new(by, clock.GetUtcNow(), calendars.Of(city.Code));

    /// <summary>The case, or null when there is none or the actor may not know of it.</summary>
    public async Task<Case?> See(Actor by, CaseId id) =>
        await ledger.Load(city.Code, id) is { } c && Rights.Refusal(by, CaseAct.See, c.Holding?.Unit, c.CoUnits) is null ? c : null;

    /// <summary>True when there is a case of this name, whoever may know of it.</summary>
    public async Task<bool> Has(CaseId id) => await ledger.Known(city.Code, id) is not null;

    /// <summary>Null when the act is this person's on this case; otherwise the answer, given before anything is taken from the request.</summary>
    public async Task<CaseAnswer?> Barred(Actor by, CaseId id, CaseAct act)
    {
        if (await See(by, id) is not { } c) return new CaseAnswer.Unknown(id.Value);
        return Rights.Refusal(by, act, c.Holding?.Unit, c.CoUnits) is { } refusal ? new CaseAnswer.Refused(c, [refusal]) : null;
    }

    /// <summary>Puts a form to a case.</summary>
    /// <param name="by">Who.</param>
    /// <param name="id">Which case.</param>
    /// <param name="read">The form as typed, and what is wrong with its text.</param>
    /// <param name="seen">The version on the asker's screen; null when it does not matter.</param>
    /// <param name="once">The request's idempotency key; null without one.</param>
    public async Task<CaseAnswer> Put<TForm>(Actor by, CaseId id, FormRead<TForm> read, long? seen = null, string? once = null) where TForm : class, IActForm
    {
        if (await ledger.Known(city.Code, id) is not { } c) return new CaseAnswer.Unknown(id.Value);
        var act = ActOf(by);
        var tree = await units.Tree();
        var reading = new ActReading(c, act, tree, read.Form is PlanForm ? await InPost(tree, act.Today) : null);
        var rule = read.Form.Read(reading);
        var asked = new Asked(id, rule, seen) { Typed = [.. read.Reasons, .. reading.Reasons, .. new Reasons().With(await Taken(c, rule, tree))], Alongside = alongside };
        var key = once is null ? null : new Keyed(once, JsonSerializer.SerializeToUtf8Bytes(new { id = id.Value, form = typeof(TForm).Name, read.Form }));
        try { return await ledger.Ask(city.Code, asked, act, key); }
        // Somebody gave the same number to another slip at the same moment: by now it is known which.
        catch (RowRefusedException) when (rule is HandOver)
        {
            if (await Taken(c, rule, tree) is { } taken) return new CaseAnswer.Refused(c, [taken]);
            throw;
        }
    }

    // Only what can be handed over is asked about its number: a case that has left the office has the number itself.
    private async Task<Reason?> Taken(Case c, ICaseAct rule, UnitTree tree) =>
        rule is HandOver { Slip: var number } && c.Awaits == Step.HandOver ? await slipNumbers.Taken(number, tree) : null;

    // Only a plan names people; whoever has left or holds no post leads and joins nothing.
    private async Task<Dictionary<PersonId, Named>> InPost(UnitTree tree, DateOnly today) =>
        (await people.All()).Where(p => p.DisabledAt is null && p.Since <= today && (p.Until is null || p.Until >= today)).GroupBy(p => p.Person)
            .ToDictionary(g => new PersonId(g.Key), g => new Named(new PersonId(g.Key), g.First().Name,
            [
                .. from p in g
                   let unit = p.Unit is { } code ? tree.Find(new UnitId(code)) : null
                   where unit is not null && p.Role is not null
                   select new Actor(new PersonId(p.Person), p.Role!.Value, unit.Path, unit.Kind),
            ]));
}
