using System.Text.Json;
using CsCheck;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Tests.Cases.Search;

namespace Duban.Domain.Tests.Cases;

/// <summary>What holds on every walk of permitted acts, however strange the order in which people take them.</summary>
public sealed class WalkLaws
{
    private const int Steps = 60;

    private static readonly Actor[] People =
    [
        Town.Clerk, Town.SecondClerk, Town.Head, Town.DeputyHead, Town.CountyLiaison, Town.Liaison, Town.CultureLiaison, Town.Verifier, Town.SecondVerifier,
        Town.Acceptor, Town.SecondAcceptor, Town.Villager,
    ];

    private static readonly Gen<int> Seed = Gen.Int[0, int.MaxValue];

    [Fact]
    public void Walks_come_to_strike_off_and_beyond_and_to_the_long_term_list()
    {
        HashSet<Type> ends = [typeof(CaseEvent.StruckOff), typeof(CaseEvent.Relapsed), typeof(CaseEvent.LongTermReviewed)];
        for (var seed = 0; seed < 4000 && ends.Count > 0; seed++)
            ends.ExceptWith(Walk(seed).Past.Select(h => h.Event.GetType()));
        Assert.Empty(ends);
    }

    [Fact]
    public void A_case_read_back_from_what_was_stored_is_the_case_that_was_walked() => Seed.Sample(seed =>
    {
        var (end, past) = Walk(seed);
        var stored = past.Select(h =>
        {
            var (name, _, payload) = CaseEventJson.Write(h.Event, h.By);
            var (fact, by) = CaseEventJson.Read(name, payload, h.By.Person);
            return new Happened(fact, by, h.At, h.On);
        });
        return Picture(new Case(end.Id, end.Procedure).Fold(stored)) == Picture(end);
    }, iter: 200);

    [Fact]
    public void What_has_been_shown_stays_shown() => Seed.Sample(seed =>
    {
        var (end, past) = Walk(seed);
        var steps = Again(end, past).ToList();
        return steps.TrueForAll(step => Stays(step.Before, step.After)) && Picture(steps[^1].After) == Picture(end);

        static bool Stays(Case before, Case after) =>
            after.Version == before.Version + 1 && after.Round >= before.Round && after.Relapses >= before.Relapses
            && (before.Number is null || after.Number == before.Number)
            && before.Doers.IsSubsetOf(after.Doers) && before.Spent.IsSubsetOf(after.Spent)
            && !before.WorkingUnits.Except(after.WorkingUnits).Any();
    }, iter: 200);

    [Fact]
    public void What_is_allowed_had_nothing_standing_against_it_before_a_word_was_typed() => Seed.Sample(seed =>
    {
        var fault = "";
        Walk(seed, (c, rule, act, ruling) =>
        {
            var against = Standing.Of(rule.Kind, c, act);
            if (ruling.Allowed && against.Count > 0) fault = $"{rule.Kind} was done over {against[0].Code}";
            if (!ruling.Allowed && (ruling.Facts.Count > 0 || ruling.Reasons.Count == 0)) fault = $"{rule.Kind} was refused without a reason";
            if (!ruling.Allowed && !ruling.Reasons[0].Code.StartsWith("rights.", StringComparison.Ordinal) && against.Except(ruling.Reasons).Any())
                fault = $"{rule.Kind} was refused and not told {against.Except(ruling.Reasons).First().Code}";
        });
        return fault.Length == 0 ? true : throw new InvalidOperationException(fault);
    }, iter: 60);

    [Fact]
    public void Whoever_struck_a_case_off_did_none_of_its_work_and_neither_verified_nor_accepted_it() => Seed.Sample(seed =>
    {
        var (end, past) = Walk(seed);
        return Again(end, past).Where(step => step.Happened.Event is CaseEvent.StruckOff).All(step => !HadAHandIn(step.Before, step.Happened.By.Person));

        static bool HadAHandIn(Case c, PersonId person) => c.Doers.Contains(person) || c.CountyVerifier?.Person == person || c.CityAcceptor == person;
    }, iter: 200);

    [Fact]
    public void The_rounds_of_a_walk_are_as_many_as_its_case_counts_and_leave_nothing_out() => Seed.Sample(seed =>
    {
        var (end, past) = Walk(seed);
        var rounds = Rounds.Of(new Case(end.Id, end.Procedure), past);
        return rounds.Select(r => r.Number).SequenceEqual(Enumerable.Range(1, end.Round))
            && Picture(rounds[^1].Stood) == Picture(end)
            && rounds.Skip(1).All(r => r.Began is not null) && rounds.SkipLast(1).All(r => r.Ended is not null) && rounds[^1].Ended is not null == end.Stage.IsEnd()
            && rounds.Sum(r => r.Applications.Count) == past.Count(h => h.Event is CaseEvent.AppliedForStrikeOff)
            && rounds.Sum(r => r.Verifications.Count) == past.Count(h => h.Event is CaseEvent.VerifiedByCounty or CaseEvent.RejectedByCounty)
            && rounds.Sum(r => r.Surveys.Sum(s => s.Yes + s.Partly + s.No)) == past.Count(h => h.Event is CaseEvent.ResidentAnswered)
            && rounds.Sum(r => r.Notices.Sum(n => n.Objections.Count)) == past.Count(h => h.Event is CaseEvent.ObjectionRaised)
            && rounds.Count(r => r.StruckOff is not null) == past.Count(h => h.Event is CaseEvent.StruckOff);
    }, iter: 200);

    private static (Case End, List<Happened> Past) Walk(int seed, Action<Case, ICaseAct, Act, Ruling<CaseEvent>>? onAct = null)
    {
        var dice = new Random(seed);
        var procedure = seed % 3 == 0 ? Story.ShortPath : Story.FullPath;
        var s = new Searched(new Case(new CaseId("JL-001"), procedure), new Witness(procedure.Has(Domain.Procedures.Step.Survey)), Do.FirstDay);
        var past = new List<Happened>();
        for (var step = 0; step < Steps; step++)
        {
            if (dice.Next(12) == 0) s = s with { Today = s.Today.AddDays(dice.Next(1, 40)) };
            var menu = Menu.Of(s, [Town.Leader.Person], clocked: true).ToList();
            // Most wishes are refused; a walk goes on with the first that is not.
            for (var attempt = 0; attempt < 400; attempt++)
            {
                var (rule, act) = (menu[dice.Next(menu.Count)], s.ActOf(People[dice.Next(People.Length)]));
                var ruling = rule.PutTo(s.Case, act);
                onAct?.Invoke(s.Case, rule, act, ruling);
                if (!ruling.Allowed || rule is AskSideTrack { Track: SideTrack.Void or SideTrack.Merge } && dice.Next(10) > 0) continue;
                var facts = ruling.Facts.Select(f => new Happened(f, act.By, act.At, act.Today)).ToList();
                past.AddRange(facts);
                s = s with { Case = s.Case.Fold(facts) };
                break;
            }
        }
        return (s.Case, past);
    }

    // The walk once more, fact by fact.
    private static IEnumerable<(Case Before, Happened Happened, Case After)> Again(Case end, List<Happened> past)
    {
        var c = new Case(end.Id, end.Procedure);
        foreach (var happened in past)
        {
            var before = c;
            c = c.After(happened);
            yield return (before, happened, c);
        }
    }

    private static string Picture(Case c) => JsonSerializer.Serialize(c);
}
