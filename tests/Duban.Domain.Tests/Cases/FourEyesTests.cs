using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases;

public sealed class FourEyesTests
{
    private const string Doer = "four_eyes.did_the_work", OwnUnit = "four_eyes.working_unit", Verified = "four_eyes.county_verifier",
        SameUnit = "four_eyes.verifying_unit", Accepted = "four_eyes.city_acceptor";

    [Fact]
    public void Whoever_filed_the_plan_or_stands_in_it_does_not_approve_it()
    {
        var story = Story.Full(Stage.Accepted).When(Town.Liaison).Does(Do.Plan(Town.Leader.Person, Town.Acceptor.Person));
        story.When(Town.Liaison.As(Town.Head)).IsRefused(Do.ApprovePlan, Doer);
        story.When(Town.Leader.As(Town.Head)).IsRefused(Do.ApprovePlan, Doer);
        story.When(Town.Acceptor).IsRefused(Do.ApprovePlan, Doer);
        story.When(Town.Head).Does(Do.ApprovePlan);
    }

    [Fact]
    public void Whoever_did_any_of_the_work_verifies_none_of_it()
    {
        foreach (var doer in new[] { Town.Liaison, Town.Leader, Town.Engineer })
        {
            var story = Story.Full(Stage.Applied);
            story.When(doer.As(Town.Verifier)).IsRefused(Do.Verify(story.Today), Doer);
        }
    }

    [Fact]
    public void Signing_forwarding_and_asking_for_time_are_work_for_the_unit()
    {
        var story = Story.Full(Stage.HandedOver).When(Town.Leader).Does(new SignFor());
        story.WalkTo(Stage.Rectifying).When(Town.Engineer with { Person = new("asker") }).Does(new AskSideTrack(new SideTrack.LongTerm(story.Today.AddDays(90), "多年")));
        story.When(Town.Head).Does(new DecideSideTrack(false, "继续整改")).WalkTo(Stage.Applied);
        story.When(Town.Verifier with { Person = new("asker") }).IsRefused(Do.Verify(story.Today), Doer);
    }

    [Fact]
    public void A_team_once_approved_has_its_hands_in_the_work_even_after_a_new_plan()
    {
        var story = Story.Full(Stage.Accepted).When(Town.Liaison).Does(Do.Plan(Town.Leader.Person, Town.Verifier.Person)).When(Town.Head).Does(Do.ApprovePlan);
        story.When(Town.Liaison).Does(Do.Plan()).WalkTo(Stage.Applied).When(Town.Verifier).IsRefused(Do.Verify(story.Today), Doer);
    }

    [Fact]
    public void A_team_that_was_never_approved_did_nothing()
    {
        var story = Story.Full(Stage.Accepted).When(Town.Liaison).Does(Do.Plan(Town.Leader.Person, Town.Verifier.Person)).When(Town.Head).Does(new DecidePlan(false, "核查人不得进专班"));
        story.WalkTo(Stage.Applied).When(Town.Verifier).Does(Do.Verify(story.Today));
    }

    [Fact]
    public void Whoever_worked_in_an_earlier_round_stays_a_doer()
    {
        var story = Story.Full(Stage.Rectifying).When(Town.Leader).Does(Do.Photo(EvidenceKind.Before, "before")).WalkTo(Stage.StruckOff);
        story.When(Town.Clerk).Does(new ReportRelapse("群众举报", "又变黄了", story.Today.AddDays(30))).WalkTo(Stage.Applied);
        story.When(Town.Leader.As(Town.Verifier)).IsRefused(Do.Verify(story.Today), Doer);
    }

    [Fact]
    public void A_department_verifies_for_its_county_but_not_its_own_work()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.Department)).When(Town.Post("dept-liaison", Role.Liaison, Town.Department)).Does(new SignFor());
        var dept = Town.Post("dept-liaison", Role.Liaison, Town.Department);
        story.When(dept).Does(Do.PlanIn(Town.Department)).When(Town.Head).Does(Do.ApprovePlan);
        story.When(dept).Does(Do.Photo(EvidenceKind.Before, "b")).When(dept).Does(Do.Photo(EvidenceKind.After, "a")).When(dept).Does(Do.Done).When(dept).Does(Do.Apply);
        story.When(Town.Verifier).IsRefused(Do.Verify(story.Today), OwnUnit);
        story.When(Town.SecondVerifier).Does(Do.Verify(story.Today));
    }

    [Fact]
    public void Another_post_in_the_working_unit_is_a_hand_in_the_work()
    {
        var story = Story.Full(Stage.Applied);
        story.When(Town.Verifier with { AlsoOf = [Town.Township.Path] }).IsRefused(Do.Verify(story.Today), OwnUnit);
        story.When(Town.Verifier with { AlsoOf = [Town.Village.Path] }).IsRefused(Do.Verify(story.Today), OwnUnit);
        story.When(Town.Verifier with { AlsoOf = [Town.NextTownship.Path] }).Does(Do.Verify(story.Today));
    }

    [Fact]
    public void A_bureaus_case_is_verified_by_another_bureau_and_accepted_by_a_third()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.CultureBureau)).When(Town.CultureLiaison).Does(new SignFor());
        story.When(Town.CultureLiaison).Does(Do.PlanIn(Town.CultureBureau)).When(Town.Head).Does(Do.ApprovePlan);
        story.When(Town.CultureLiaison).Does(Do.Photo(EvidenceKind.Before, "b")).When(Town.CultureLiaison).Does(Do.Photo(EvidenceKind.After, "a"));
        story.When(Town.CultureLiaison).Does(Do.Done).When(Town.CultureLiaison).Does(Do.Apply);
        story.When(Town.Verifier).IsRefused(Do.Verify(story.Today), "rights.unit");
        story.When(Town.Post("own", Role.Verifier, Town.CultureBureau)).IsRefused(Do.Verify(story.Today), OwnUnit);
        story.When(Town.Post("bureau-verifier", Role.Verifier, Town.EmergencyBureau)).Does(Do.Verify(story.Today)).WalkTo(Stage.Noticed);
        story.When(Town.SecondAcceptor).IsRefused(Do.Accept(), SameUnit);
        story.When(Town.Post("own", Role.Acceptor, Town.CultureBureau)).IsRefused(Do.Accept(), OwnUnit);
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void The_county_verifier_counts_no_answers_judges_no_objection_and_accepts_nothing()
    {
        var story = Story.Full(Stage.CountyVerified);
        story.When(Town.Verifier.As(Town.Clerk)).IsRefused(new DrawSample(200, 30), Verified);
        story.When(Town.Clerk).Does(new DrawSample(200, 30)).Answered(Answer.Yes, 30).When(Town.Verifier.As(Town.Clerk)).IsRefused(new CloseSurvey(), Verified);
        story.When(Town.Clerk).Does(new CloseSurvey()).WalkTo(Stage.OnNotice).When(Town.Villager).Does(new RaiseObjection("o1"));
        story.When(Town.Verifier.As(Town.Head)).IsRefused(new DecideObjection("o1", false, "不属实"), Verified);
        story.When(Town.Head).Does(new DecideObjection("o1", false, "不属实")).WalkTo(Stage.Noticed);
        story.When(Town.Verifier.As(Town.Acceptor)).IsRefused(Do.Accept(), Verified);
        story.When(Town.Post("colleague", Role.Acceptor, Town.Department)).IsRefused(Do.Accept(), SameUnit);
    }

    [Fact]
    public void Verifier_and_acceptor_strike_nothing_off()
    {
        var story = Story.Full(Stage.CityAccepted);
        story.When(Town.Verifier.As(Town.Clerk)).IsRefused(Do.StrikeOff, Verified);
        story.When(Town.Acceptor.As(Town.Clerk)).IsRefused(Do.StrikeOff, Accepted);
        story.When(Town.Liaison.As(Town.Clerk)).IsRefused(Do.StrikeOff, Doer);
        story.When(Town.SecondClerk).Does(Do.StrikeOff);
    }

    [Fact]
    public void Doers_touch_nothing_that_judges_their_work()
    {
        var doer = Town.Liaison;
        var story = Story.Full(Stage.CountyVerified);
        story.When(doer.As(Town.Clerk)).IsRefused(new DrawSample(200, 30), Doer);
        story.WalkTo(Stage.Satisfied).When(doer.As(Town.Clerk)).IsRefused(Do.Publish, Doer);
        story.WalkTo(Stage.OnNotice).Later(10).When(doer.As(Town.Clerk)).IsRefused(new EndNotice(), Doer);
        story.WalkTo(Stage.Noticed).When(doer.As(Town.Acceptor)).IsRefused(Do.Accept(), Doer);
        story.WalkTo(Stage.StruckOff).When(doer.As(Town.Verifier)).IsRefused(new LookBack(true, Do.Visit(story.Today)), Doer);
        story = Story.Full(Stage.Rectifying).When(Town.Leader).Does(new AskSideTrack(new SideTrack.LongTerm(Do.FirstDay.AddDays(90), "多年")));
        story.When(doer.As(Town.Head)).IsRefused(new DecideSideTrack(true, "同意"), Doer);
        story.When(doer.As(Town.Clerk)).IsRefused(new Correct(Do.Tailings, "降低标准"), Doer);
        story.When(Town.Head).Does(new DecideSideTrack(true, "同意")).When(doer.As(Town.Head)).IsRefused(new ReviewLongTerm(false, "很好", story.Today.AddDays(300)), Doer);
    }

    [Fact]
    public void A_refusal_tells_whose_rule_it_is()
    {
        var story = Story.Full(Stage.Applied);
        var ruling = Do.Verify(story.Today).PutTo(story.Case, story.ActOf(Town.Liaison.As(Town.Verifier)));
        Assert.Equal("basis.recusal", Assert.Single(ruling.Reasons).Basis);
    }
}
