using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>Laws of every state and every act, walked with people enough, a due date, and everything that moves it.</summary>
public sealed class HonestRoadTests
{
    private static readonly Lazy<HonestRoad> Full = new(() => new(Story.FullPath)), Short = new(() => new(Story.ShortPath));

    public static TheoryData<string> Roads => ["full", "short"];

    [Theory, MemberData(nameof(Roads))]
    public void From_every_open_case_strike_off_can_still_be_reached(string road)
    {
        var space = Of(road).Space;
        var stuck = space.CannotReach(s => s.Case.Stage == Stage.StruckOff).FirstOrDefault(i => space.States[i].Case.Stage is not (Stage.Merged or Stage.Void), -1);
        Assert.True(stuck < 0, stuck < 0 ? "" : $"stuck after {space.Path(stuck)}");
    }

    [Theory, MemberData(nameof(Roads))]
    public void Every_stage_is_reached_that_the_procedure_has(string road)
    {
        Stage[] missing = road == "full" ? [] : [Stage.Accepted, Stage.Planned, Stage.Satisfied, Stage.OnNotice, Stage.Noticed, Stage.CityAccepted];
        Assert.Equal(Enum.GetValues<Stage>().Except(missing), Of(road).Space.States.Select(s => s.Case.Stage).Distinct().Order());
    }

    [Theory, MemberData(nameof(Roads))]
    public void Nothing_is_ever_wrong_in_the_witness_s_books(string road) => Assert.Empty(Of(road).Space.States.SelectMany(s => s.Witness.Wrong));

    [Theory, MemberData(nameof(Roads))]
    public void No_act_succeeds_at_a_stage_where_it_does_not_belong(string road) => Assert.Empty(Of(road).Misplaced);

    [Theory, MemberData(nameof(Roads))]
    public void A_refusal_names_the_stage_and_the_hand_in_every_state(string road) => Assert.Empty(Of(road).Misnamed);

    [Theory, MemberData(nameof(Roads))]
    public void An_end_other_than_strike_off_always_had_two_people(string road) => Assert.Empty(Of(road).SignedAlone);

    [Theory, MemberData(nameof(Roads))]
    public void A_case_keeps_its_number_and_only_a_new_round_counts_up(string road) => Assert.Empty(Of(road).Renumbered);

    [Theory, MemberData(nameof(Roads))]
    public void Checklist_and_rules_agree_in_every_state(string road) => Assert.Empty(Of(road).Space.States.SelectMany(ChecklistLaw.Broken).Distinct());

    [Theory, MemberData(nameof(Roads))]
    public void What_is_to_be_fixed_at_once_is_struck_off_too_and_can_get_another_day_on_the_way(string road)
    {
        var struckOff = Of(road).Space.States.Where(s => s.Case is { IsFixAtOnce: true, Stage: Stage.StruckOff }).Select(s => s.Case.FixAtOnce is null).ToHashSet();
        Assert.Equal([false, true], struckOff.Order());
    }

    [Fact]
    public void What_a_case_waits_for_is_always_an_act_of_the_list_and_every_act_of_the_list_is_waited_for()
    {
        var waits = Full.Value.Space.States.Select(s => InHand.Of(s.Case, s.Today)).OfType<InHand>().ToList();
        Assert.Equal(InHand.Awaited.Order(), waits.Select(now => now.Act).Distinct().Order());
        var roles = waits.Where(now => now.Hand is not (Hand.Residents or Hand.Public)).Distinct().Where(now => InHand.RolesOf(now.Hand).Except(Rights.RolesFor(now.Act)).Any());
        Assert.Empty(roles);
    }

    private static HonestRoad Of(string road) => (road == "full" ? Full : Short).Value;

    /// <summary>One search, whose laws are noted while it runs.</summary>
    private sealed class HonestRoad
    {
        public HonestRoad(Procedure procedure) => Space = new StateSpace(procedure, Cast.Honest, clocked: true) { OnAct = Look, OnStep = Compare }.Search();

        public StateSpace Space { get; }
        public HashSet<string> Misplaced { get; } = [];
        public HashSet<string> Misnamed { get; } = [];
        public HashSet<string> SignedAlone { get; } = [];
        public HashSet<string> Renumbered { get; } = [];

        private void Look(Searched s, ICaseAct rule, Act act, Ruling<CaseEvent> ruling)
        {
            var belongs = Places.Of(rule.Kind).Contains(s.Case.Stage);
            if (ruling.Allowed && (!belongs || ruling.Facts.Count == 0)) Misplaced.Add($"{rule.Kind} at {s.Case.Stage}");
            if (!belongs && !ruling.Allowed && !ruling.Reasons.Any(r => r.Code is "case.stage" or "case.applied" or "rights.unit" or "rights.role")) Misplaced.Add($"{rule.Kind} at {s.Case.Stage} does not say that it is too early or too late");
            if (!ruling.Allowed && ruling.Reasons.FirstOrDefault(r => r.Code == "case.stage") is { } place
                && (!Equals(place.Args[1], new StageInRound(s.Case.Stage, s.Case.Round)) || place.Who != InHand.Of(s.Case, act.Today)?.Hand))
                Misnamed.Add($"{rule.Kind} at {s.Case.Stage} in round {s.Case.Round} says {place.Args[1]} and {place.Who}");
            if (ruling.Facts is [CaseEvent.SideTrackGranted granted] && s.Case.Request?.By == act.By.Person) SignedAlone.Add(granted.Track.Name);
        }

        private void Compare(Searched before, string act, Searched after)
        {
            var (a, b) = (before.Case, after.Case);
            if (b.Stage is Stage.LongTerm or Stage.Merged or Stage.Void && a.Stage != b.Stage && act != nameof(CaseAct.DecideSideTrack)) SignedAlone.Add(act);
            if (a.Number is not null && a.Number != b.Number) Renumbered.Add($"{act} changed the number");
            if (b.Round - a.Round is not (0 or 1) || b.Version < a.Version) Renumbered.Add($"{act} changed the round from {a.Round} to {b.Round}");
            if (a.Stage == Stage.StruckOff && b.Stage is Stage.Accepted or Stage.Rectifying && (b.Round, b.Relapses) != (a.Round + 1, a.Relapses + 1)) Renumbered.Add($"{act} relapsed without a new round");
            if (a.Stage is Stage.Merged or Stage.Void && b.Stage != a.Stage) Renumbered.Add($"{act} woke a {a.Stage} case");
        }
    }
}
