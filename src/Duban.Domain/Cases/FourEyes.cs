using Duban.Domain.People;

namespace Duban.Domain.Cases;

/// <summary>Who must be somebody else. These rules hold on every path: they are code, and no procedure can switch them off.</summary>
public static class FourEyes
{
    private const string Basis = "basis.recusal";

    /// <summary>Did no work on the case: signed, forwarded or filed nothing for its unit, led or joined no team, reported, proved and applied for nothing.</summary>
    public static Reason? DidNoWork(Case c, Actor by) =>
        c.Doers.Contains(by.Person) || c.Plan is { } plan && (plan.Leader == by.Person || plan.Team.Contains(by.Person))
            ? new Reason("four_eyes.did_the_work") { Basis = Basis } : null;

    /// <summary>Belongs to no unit that did the work. A county's or park's own departments may verify for it; a bureau's may not.</summary>
    public static Reason? OfNoWorkingUnit(Case c, Actor by)
    {
        foreach (var unit in c.WorkingUnits) if (IsOf(unit, by)) return Own();
        return c.Holding is { } h && (IsOf(new WorkingUnit(h.Unit, h.Kind), by) || IsOf(new WorkingUnit(h.HandedTo, h.HandedToKind), by)) ? Own() : null;

        static Reason Own() => new("four_eyes.working_unit") { Basis = Basis };
    }

    /// <summary>The same of a unit that answers for a case, whoever else worked on it: for lists, which know no more.</summary>
    public static bool MayVerify(Unit responsible, Actor by) =>
        Rights.Refusal(by, CaseAct.VerifyForCounty, responsible.Path) is null && !IsOf(new WorkingUnit(responsible.Path, responsible.Kind), by);

    /// <summary>Did no work and belongs to no unit that did: all that is asked of an independent pair of eyes.</summary>
    public static IEnumerable<Reason> Independent(Case c, Actor by) =>
        new[] { DidNoWork(c, by), OfNoWorkingUnit(c, by) }.OfType<Reason>();

    /// <summary>Is not the one who verified for the county in this round.</summary>
    public static Reason? NotCountyVerifier(Case c, Actor by) =>
        c.CountyVerifier?.Person == by.Person ? new Reason("four_eyes.county_verifier") { Basis = Basis } : null;

    /// <summary>Belongs to another unit than the one that verified for the county.</summary>
    public static Reason? NotOfVerifyingUnit(Case c, Actor by) =>
        c.CountyVerifier is { } v && v.Unit == by.Unit && v.Person != by.Person ? new Reason("four_eyes.verifying_unit") { Basis = Basis } : null;

    /// <summary>Is not the one who accepted for the city in this round.</summary>
    public static Reason? NotCityAcceptor(Case c, Actor by) =>
        c.CityAcceptor == by.Person ? new Reason("four_eyes.city_acceptor") { Basis = Basis } : null;

    /// <summary>Is not the one who asked for what is to be decided.</summary>
    public static Reason? NotAsker(PersonId? asker, Actor by) =>
        asker == by.Person ? new Reason("four_eyes.asked_for_it") { Basis = Basis } : null;

    private static bool IsOf(WorkingUnit unit, Actor by) => Within(unit, by.Unit) || by.AlsoOf.Any(other => Within(unit, other));

    private static bool Within(WorkingUnit unit, UnitPath post) => unit.Path == post
        || unit.Path.Holds(post) && unit.Kind is not (UnitKind.City or UnitKind.County or UnitKind.Park);
}
