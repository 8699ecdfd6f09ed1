using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases;

public sealed class RefusalTests
{
    [Fact]
    public void An_application_hears_everything_that_is_missing_at_once_and_leaves_the_case_as_it_was()
    {
        var story = Story.Full(Stage.Rectifying);
        var before = story.Case;
        story.When(Town.Liaison).IsRefused(new ApplyForStrikeOff(" "), "guard.measures", "guard.before", "guard.after", "guard.nothing_to_compare", "field.required@statement");
        Assert.Same(before, story.Case);
        story.When(Town.Liaison).Does(Do.Photo(EvidenceKind.Before, "b1", "矿洞口")).When(Town.Liaison).Does(Do.Photo(EvidenceKind.Before, "b2", "尾矿库"));
        story.When(Town.Liaison).Does(Do.Photo(EvidenceKind.After, "a1", "矿洞口"));
        story.When(Town.Liaison).IsRefused(Do.Apply, "guard.measures", "guard.same_points");
        var gap = SelfCheck.Missing(story.Case).Single(r => r.Code == "guard.same_points");
        Assert.Equal([1, 2, (string[])["尾矿库"]], gap.Args);
        Assert.Equal(("basis.procedure", Hand.Unit), (gap.Basis, gap.Who));
    }

    [Fact]
    public void Nothing_new_is_missing_after_one_of_two_points_was_pictured_and_the_checklist_counts_the_same()
    {
        var story = Story.Full(Stage.Rectifying);
        story.When(Town.Liaison).Does(Do.Photo(EvidenceKind.Before, "b1", "矿洞口")).When(Town.Liaison).Does(Do.Photo(EvidenceKind.Before, "b2", "尾矿库"));
        Assert.Equal(["guard.measures", "guard.after", "guard.same_points"], Told());
        Assert.Equal([0, 2, (string[])["尾矿库", "矿洞口"]], SelfCheck.Missing(story.Case).Single(r => r.Code == "guard.same_points").Args);
        story.When(Town.Liaison).Does(Do.Photo(EvidenceKind.After, "a1", "矿洞口"));
        Assert.Equal(["guard.measures", "guard.same_points"], Told());
        story.When(Town.Liaison).Does(Do.Photo(EvidenceKind.After, "a2", "尾矿库")).When(Town.Liaison).Does(Do.Done);
        Assert.Equal(["check.self_check"], Missing());
        Assert.Empty(SelfCheck.Missing(story.Case));

        IEnumerable<string> Told()
        {
            var told = SelfCheck.Missing(story.Case).Select(r => r.Code).ToList();
            Assert.Equal(told, Missing());
            return told;
        }

        IEnumerable<string> Missing() => Checklist.Of(story.Case).Where(i => i.State == CheckState.Missing).Select(i => i.Code);
    }

    [Theory, InlineData(1), InlineData(2)]
    public void A_refusal_names_the_stage_and_the_hand_of_its_round(int round)
    {
        foreach (var stage in Enum.GetValues<Stage>().Where(s => s is >= Stage.HandedOver and <= Stage.StruckOff and not (Stage.ReturnAsked or Stage.Returned)))
        {
            if (round > 1 && stage == Stage.HandedOver) continue;
            var story = round == 1 ? Story.Full(stage)
                : Story.Full(Stage.StruckOff).Later(100).When(Town.Clerk).Does(new ReportRelapse("群众来电", "又有扬尘", Do.FirstDay.AddDays(300))).WalkTo(stage);
            foreach (var kind in Enum.GetValues<CaseAct>().Where(kind => Standing.Place(kind, story.Case) is not null))
            {
                var reason = Standing.Of(kind, story.Case, story.ActOf(Town.Liaison))[0];
                if (kind == CaseAct.ApplyForStrikeOff && stage is >= Stage.Applied and < Stage.StruckOff) Assert.Equal(("case.applied", story.Case.Awaits), (reason.Code, reason.Args[1]));
                else Assert.Equal(("case.stage", new StageInRound(stage, round)), (reason.Code, reason.Args[1]));
                Assert.Equal(InHand.Of(story.Case, story.Today)?.Hand, reason.Who);
            }
            Assert.Equal(round == 2 && stage == Stage.Accepted, new StageInRound(stage, round).BeginsAgain);
        }
    }

    [Fact]
    public void A_plan_that_waits_for_approval_is_not_the_units_to_see_to()
    {
        Assert.Equal(("guard.plan_not_filed", Hand.Unit), Plan(Story.Full(Stage.Accepted)));
        Assert.Equal(("guard.plan", Hand.Approver), Plan(Story.Full(Stage.Planned)));
        Assert.Equal(("guard.plan_sent_back", Hand.Unit), Plan(Story.Full(Stage.Planned).When(Town.Head).Does(new DecidePlan(false, "重报"))));

        static (string Code, Hand? Who) Plan(Story story)
        {
            var gap = SelfCheck.Missing(story.Case).Single(r => r.Code.StartsWith("guard.plan", StringComparison.Ordinal));
            Assert.Equal(CaseAct.FilePlan, SelfCheck.Fills(gap.Code));
            return (gap.Code, gap.Who);
        }
    }

    [Fact]
    public void Whoever_applies_once_more_hears_when_it_was_applied_for_and_what_is_awaited_by_whom()
    {
        var story = Story.Full(Stage.Rectifying).Later(10).WalkTo(Stage.Applied);
        var day = story.Today;
        Assert.Equal(new Reason("case.applied", null, day, Step.CountyVerify) { Who = Hand.Verifier }, Again());
        story.Later(3).WalkTo(Stage.OnNotice);
        Assert.Equal(new Reason("case.applied", null, day, Step.Notice) { Who = Hand.Public }, Again());
        story.WalkTo(Stage.StruckOff);
        Assert.Equal("case.stage", Again().Code);
        story = Story.Full(Stage.Applied).When(Town.Verifier).Does(Do.Verify(Do.FirstDay, passed: false));
        Assert.Null(story.Case.AppliedOn);

        Reason Again() => Standing.Of(CaseAct.ApplyForStrikeOff, story.Case, story.ActOf(Town.Liaison))[0];
    }

    [Fact]
    public void A_checklist_keeps_its_number_of_things_while_the_work_goes_on()
    {
        var story = Story.Full(Stage.Accepted);
        var all = Checklist.Of(story.Case).Count;
        while (story.Case.Stage != Stage.StruckOff)
        {
            Assert.Equal((story.Case.Stage, all), (story.Case.Stage, Checklist.Of(story.Case).Count));
            story.Onward();
        }
        Assert.Equal(all, Checklist.Of(story.When(Town.Clerk).Does(new ReportRelapse("群众来电", "又有扬尘", Do.FirstDay.AddDays(300))).Case).Count);
    }

    [Fact]
    public void Somebody_without_the_right_learns_nothing_else_about_the_case() =>
        Story.Full(Stage.Accepted).When(Town.Verifier).IsRefused(Do.Verify(Do.FirstDay.AddDays(9)) with { Record = new(default, "", "", []) }, "case.stage", "field.required@findings", "field.required@opinion", "record.before_step")
            .When(Town.Clerk).IsRefused(new ApplyForStrikeOff(""), "rights.role")
            .When(Town.CultureLiaison).IsRefused(new ApplyForStrikeOff(""), "rights.unit");

    [Fact]
    public void A_plan_has_one_leader_a_team_six_elements_and_dated_measures()
    {
        var story = Story.Full(Stage.Accepted);
        var empty = new Plan(new(""), [], "", [], "", "", "");
        story.When(Town.Liaison).IsRefused(Do.Plan(empty), "plan.leader@leader", "plan.team@team", "field.required@goals", "field.required@funds", "field.required@duty",
            "field.required@contingency", "plan.measures@measures");
        var leader = Town.Leader.Person;
        var odd = Do.PlanOf(leader, leader, leader) with
        {
            Measures = [new("M1", "", Do.FirstDay.AddDays(200)), new("M1", "建站", Do.FirstDay.AddDays(-1))],
        };
        story.When(Town.Liaison).IsRefused(Do.Plan(odd), "plan.leader_in_team@team", "plan.team_twice@team", "plan.measure_twice@measures", "field.required@measures[0].text",
            "plan.measure_after_due@measures[0].due", "plan.measure_before_start@measures[1].due");
        story.When(Town.Liaison).IsRefused(Do.Plan(Do.PlanOf(leader, new PersonId()) with { Measures = [new("", "建站", Do.FirstDay)] }), "plan.team@team", "field.required@measures[0].code");
    }

    [Fact]
    public void A_plan_is_led_by_a_leader_and_worked_by_people_of_the_units_that_answer_for_it()
    {
        var story = Story.Full(Stage.Accepted);
        story.When(Town.Liaison).IsRefused(Do.Plan(Town.Liaison.Person), "plan.not_a_leader@leader");
        story.When(Town.Liaison).IsRefused(Do.Plan(Town.Leader.Person, Town.CultureLiaison.Person, Town.SecondVerifier.Person), "plan.not_of_the_unit@team", "plan.not_of_the_unit@team");
        story.When(Town.Liaison).IsRefused(Do.Plan(new PersonId("stranger"), Town.Engineer.Person), "plan.not_a_leader@leader");
        var graded = Story.Full(Stage.Registered).When(Town.Clerk).Does(new Grade(Level.General, null, [Town.CultureBureau.Id])).WalkTo(Stage.Accepted);
        graded.When(Town.Liaison).Does(Do.Plan(Town.Leader.Person, Town.CultureLiaison.Person));
    }

    [Fact]
    public void Whoever_stands_between_the_unit_that_works_and_the_one_it_was_handed_to_may_lead()
    {
        var story = Story.Full(Stage.Graded).When(Town.Clerk).Does(Do.HandOver(Town.County)).When(Town.CountyLiaison).Does(new SignFor())
            .When(Town.CountyLiaison).Does(new Forward(Town.Township, "办理"));
        foreach (var unit in new[] { Town.County, Town.Township, Town.Village }) Assert.True(PlanTeam.MayLead(story.Case, Town.Post("x", Role.UnitLeader, unit)), unit.Name);
        foreach (var unit in new[] { Town.NextTownship, Town.Department, Town.OtherCounty, Town.City })
            Assert.False(PlanTeam.MayLead(story.Case, Town.Post("x", Role.UnitLeader, unit)), unit.Name);
        Assert.False(PlanTeam.MayLead(story.Case, Town.Liaison));
    }

    [Fact]
    public void A_new_round_is_planned_anew_and_its_measures_begin_with_it()
    {
        var story = Story.Full(Stage.StruckOff).Later(100).When(Town.Clerk).Does(new ReportRelapse("群众来电", "又有扬尘", Do.FirstDay.AddDays(300)));
        Assert.Equal((Stage.Accepted, null, Do.PlanOf().Goals), (story.Case.Stage, story.Case.Plan, story.Case.EarlierPlan?.Goals));
        Assert.Equal(story.Today, story.Case.NodeClock!.Start);
        story.When(Town.Liaison).IsRefused(Do.Apply, "case.stage", "guard.plan_not_filed", "guard.no_measures", "guard.after", "guard.same_points");
        story.When(Town.Liaison).IsRefused(Do.Plan(), "plan.measure_before_round@measures[0].due");
        Assert.Equal(Stage.StruckOff, story.WalkTo(Stage.StruckOff).Case.Stage);
    }

    [Fact]
    public void A_major_hazard_is_made_safe_until_it_is_gone()
    {
        var story = Story.Full(Stage.Registered).When(Town.Clerk).Does(new Grade(Level.Major, "D=320", [])).WalkTo(Stage.Accepted);
        story.When(Town.Liaison).IsRefused(Do.Plan(Do.PlanOf() with { InterimSafety = " " }), "plan.interim_safety@interimSafety");
        Story.Full(Stage.Accepted).When(Town.Liaison).Does(Do.Plan(Do.PlanOf() with { InterimSafety = null }));
    }

    [Fact]
    public void Evidence_is_a_new_picture_of_a_named_point_taken_when_it_says()
    {
        var story = Story.Full(Stage.Rectifying).When(Town.Liaison).Does(Do.Photo(EvidenceKind.Before, "b"));
        story.When(Town.Liaison).IsRefused(Do.Photo(EvidenceKind.After, "b"), "evidence.same_file");
        story.When(Town.Liaison).IsRefused(new FileEvidence(new Evidence(EvidenceKind.After, "a", "a.pdf", "application/pdf", 9, "", story.Today.AddDays(1), "M9")),
            "evidence.not_a_photo", "field.required@point", "date.future@takenOn", "progress.no_such_measure@measure");
        story.When(Town.Liaison).IsRefused(new FileEvidence([]), "evidence.none");
        Story.Full(Stage.Accepted).When(Town.Liaison).Does(Do.Photo(EvidenceKind.Before, "b")).When(Town.Liaison).IsRefused(Do.Photo(EvidenceKind.After, "a"), "evidence.after_too_early");
    }

    [Fact]
    public void Several_files_are_filed_in_one_act_or_not_at_all()
    {
        var before = Do.Photo(EvidenceKind.Before, "same").Files[0];
        var story = Story.Full(Stage.Rectifying);
        story.When(Town.Liaison).IsRefused(new FileEvidence(before, before with { Kind = EvidenceKind.After }), "evidence.same_file");
        Assert.Empty(story.Case.Evidence);
        story.When(Town.Liaison).Does(new FileEvidence(before, before with { Kind = EvidenceKind.After, Sha256 = "other" }));
        Assert.Equal(2, story.Case.Evidence.Count);
    }

    [Fact]
    public void Progress_is_told_in_words_and_only_about_measures_of_the_plan()
    {
        var story = Story.Full(Stage.Rectifying);
        story.When(Town.Liaison).IsRefused(new ReportProgress("", new Dictionary<string, int> { ["M1"] = 101, ["M7"] = 5 }),
            "field.required@text", "progress.percent@percent.M1", "progress.no_such_measure@percent.M7");
        story.When(Town.Liaison).Does(new ReportProgress("本周无变化", new Dictionary<string, int>()));
        story.WalkTo(Stage.Applied).When(Town.Liaison).IsRefused(Do.Done, "case.stage");
    }

    [Fact]
    public void A_visit_lies_between_the_application_and_today()
    {
        var story = Story.Full(Stage.Rectifying).Later(10).WalkTo(Stage.Applied).Later(2);
        story.When(Town.Verifier).IsRefused(Do.Verify(story.Today.AddDays(1)), "date.future@on");
        story.When(Town.Verifier).IsRefused(Do.Verify(story.Today.AddDays(-3)), "record.before_step@on");
        story.When(Town.Verifier).Does(Do.Verify(story.Today.AddDays(-2)));
    }

    [Fact]
    public void Words_are_demanded_and_not_endless()
    {
        var story = Story.Full();
        story.When(Town.Clerk).IsRefused(new Register("", "", new Matter("", new string('水', 10_001), new Place(""), "", "")),
            "field.required@number", "field.required@campaign", "field.required@title", "field.too_long@description", "field.required@place");
        story.When(Town.Villager).IsRefused(new ReportLead("", "", "", new Place("")), "field.required@title", "field.required@description", "field.required@place", "field.required@channel");
        story.WalkTo(Stage.Registered).When(Town.Clerk).IsRefused(new Grade(Level.General, new string('据', 501), [new("430423"), new("430423")]), "field.too_long@basis", "units.twice@coUnits");
        story.WalkTo(Stage.HandedOver).When(Town.Clerk).IsRefused(new Chase(""), "field.required@words").When(Town.Clerk).Does(new Chase("请尽快签收"));
    }
}
