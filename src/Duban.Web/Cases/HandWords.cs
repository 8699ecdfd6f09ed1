using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Pages;
using Duban.Web.People.Pages;
using Duban.Web.Shell;

namespace Duban.Web.Cases;

/// <summary>How hands are called where no case is meant, and what whoever has a case is to do; <see cref="Holders"/> names them by their units.</summary>
public static class HandWords
{
    /// <summary>The hand by the kind of unit and its posts, e.g. 督查机构 · 经办员或主任.</summary>
    public static string Of(Hand hand, Words w) => hand switch
    {
        Hand.Unit => Named(w["hand.at.unit"], InHand.RolesOf(hand), w),
        Hand.Office or Hand.Leader => Named(w["hand.at.office"], InHand.RolesOf(hand), w),
        Hand.Approver => w["hand.either", Of(Hand.Leader, w), Of(Hand.Acceptor, w)],
        Hand.Verifier => Named(w["hand.at.verifier"], InHand.RolesOf(hand), w),
        Hand.Acceptor => Named(w["hand.at.city"], InHand.RolesOf(hand), w),
        _ => w["hand." + CaseRow.Word(hand)],
    };

    /// <summary>市整改办 · 经办员或主任: a unit and posts in it.</summary>
    public static string Named(string unit, IEnumerable<Role> roles, Words w) => $"{unit} · {Roles(roles, w)}";

    /// <summary>市整改办（未设主任）: a unit where nobody holds such a post.</summary>
    public static string Vacant(string unit, IEnumerable<Role> roles, Words w) => w["hand.vacant", unit, Roles(roles, w)];

    /// <summary>What has to happen next; for residents and the public, what is waited out.</summary>
    public static string Next(Case c, InHand now, Words w) => now switch
    {
        { Hand: Hand.Residents, Until: { } until } when c.Survey is { } survey => w["hand.next.residents", survey.Answers.Count, survey.Size, until],
        { Hand: Hand.Public, Until: { } until } => w["hand.next.public", until],
        { Hand: Hand.Unit } when c.Stage == Domain.Cases.Stage.Rectifying && SelfCheck.Missing(c).ToList() is { Count: > 0 } gaps =>
            w["hand.next.gather", w.Phrases(gaps.Select(gap => ReasonWords.Of(gap, w)))],
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

    /// <summary>A case's stage as a chip says it.</summary>
    public static string Stage(string stage, int round, Words w) => w.Stage(new(CaseRow.Value<Stage>(stage), round));

    private static string Roles(IEnumerable<Role> roles, Words w) =>
        string.Join(w.English ? " or " : "或", roles.Select(role => w.English ? PeopleWords.Of(role, w).ToLowerInvariant() : PeopleWords.Of(role, w)));
}
