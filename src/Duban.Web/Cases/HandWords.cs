using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Pages;
using Duban.Web.People.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>In whose hands a case is, in words: short for a list, with unit and posts for its page.</summary>
public static class HandWords
{
    /// <summary>Short: the unit's name, or the kind of work that is awaited.</summary>
    /// <param name="hand">Whose.</param>
    /// <param name="unit">The responsible unit, or the one that is to have it.</param>
    /// <param name="units">The city's units.</param>
    /// <param name="w">The reader's words.</param>
    public static string Short(Hand hand, Unit? unit, UnitTree units, Words w) => hand switch
    {
        Hand.Unit when unit is not null => unit.Name,
        Hand.Verifier when unit?.Path.Area is { } area && units.Find(area) is { Kind: UnitKind.County or UnitKind.Park } home => w["hand.verifier_of", home.Name],
        _ => w["hand." + CaseRow.Word(hand)],
    };

    /// <summary>Unit and posts.</summary>
    public static string Long(OneCase one, Hand hand, Words w)
    {
        var office = one.Campaign is { } campaign ? one.Unit(campaign.Office) : w["case.office"];
        return hand switch
        {
            Hand.Office => Posts(office, w, Role.Clerk, Role.Head),
            Hand.Leader => Posts(office, w, Role.Head),
            Hand.Approver => w["hand.either", Posts(office, w, Role.Head), w["hand.acceptor"]],
            Hand.Unit when one.Case.Holding is { } holding => Posts(one.Unit(holding.Unit), w, Role.Liaison, Role.UnitLeader),
            _ => Short(hand, one.Case.Holding is { } h ? one.Units.Find(h.Unit.Unit) : null, one.Units, w),
        };
    }

    /// <summary>What has to happen next; for residents and the public, what is waited out.</summary>
    public static string Next(Case c, InHand now, Words w) => now switch
    {
        { Hand: Hand.Residents, Until: { } until } when c.Survey is { } survey => w["hand.next.residents", survey.Answers.Count, survey.Size, until],
        { Hand: Hand.Public, Until: { } until } => w["hand.next.public", until],
        _ => Ready(c, now, w) ?? w["case_act." + CaseRow.Word(now.Act)],
    };

    /// <summary>What can be done now without anybody's further word: the answers are in, or the days are over; null otherwise.</summary>
    public static string? Ready(Case c, InHand now, Words w) => now.Act switch
    {
        CaseAct.CloseSurvey when c.Survey is { } s => w[s.Complete ? "hand.next.close_survey" : "hand.next.close_survey_over", s.Answers.Count, s.Size, s.AnswerBy],
        CaseAct.DrawSample when c.Survey is { Passed: null } s => w["hand.next.draw_again", s.Answers.Count, s.Size, s.AnswerBy],
        CaseAct.EndNotice when c.Notice is { } n => w["hand.next.end_notice", n.Until],
        CaseAct.DecideObjection when c.Notice is { } n => w["hand.next.objection", n.Open.Count],
        _ => null,
    };

    /// <summary>A case's stage as a chip says it: who begins another round has signed for nothing anew.</summary>
    public static string Stage(string stage, int round, Words w) => round > 1 && stage == "accepted" ? w["stage.again"] : w["stage." + stage];

    private static string Posts(string unit, Words w, params Role[] roles) =>
        $"{unit} · {string.Join(w.English ? " or " : "或", roles.Select(role => w.English ? PeopleWords.Of(role, w).ToLowerInvariant() : PeopleWords.Of(role, w)))}";
}
