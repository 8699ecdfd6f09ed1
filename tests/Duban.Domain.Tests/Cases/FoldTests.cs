using Duban.Domain.Calendar;
using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Domain.Tests.Cases;

/// <summary>Where every event leads, whatever the rules think of it: what was written has happened.</summary>
public sealed class FoldTests
{
    private static readonly DateOnly Due = Do.FirstDay.AddDays(120);
    private static readonly SideTrack LongTerm = new SideTrack.LongTerm(Do.FirstDay.AddDays(180), "多年");

    private static readonly (Func<Story> From, E Event, Stage To)[] Steps =
    [
        (() => Story.Full(), new E.Reported("热线", "水黄", "井水发黄", new Place("石岗村")), Stage.Reported),
        (() => Story.Full(), new E.Registered("JL-001", "JL", "full", 3, Do.Tailings), Stage.Registered),
        (() => Story.Full(Stage.Registered), new E.Graded(Level.Major, "规程", [Town.CultureBureau.Id]), Stage.Graded),
        (() => Story.Full(Stage.Graded), new E.HandedOver(Town.Township.Path, UnitKind.Township, "1号", Do.FirstDay, Due, null, null), Stage.HandedOver),
        (() => Story.Full(Stage.HandedOver), new E.SignedFor(), Stage.Accepted),
        (() => Story.Short(Stage.HandedOver), new E.SignedFor(), Stage.Rectifying),
        (() => Story.Full(Stage.HandedOver), new E.ReturnAsked("不属本单位"), Stage.ReturnAsked),
        (ReturnAsked, new E.ReturnGranted("同意"), Stage.Returned),
        (ReturnAsked, new E.ReturnOverruled("不同意", Do.FirstDay.AddDays(3)), Stage.HandedOver),
        (() => Story.Full(Stage.Accepted), new E.Forwarded(Town.Village.Path, UnitKind.Village, "办理"), Stage.Accepted),
        (() => Story.Full(Stage.Accepted), new E.Planned(Do.PlanOf()), Stage.Planned),
        (() => Story.Full(Stage.Planned), new E.PlanApproved("同意"), Stage.Rectifying),
        (() => Story.Full(Stage.Planned), new E.PlanSentBack("重报"), Stage.Accepted),
        (() => Story.Full(Stage.Rectifying), new E.ProgressReported("进场", new Dictionary<string, int> { ["M1"] = 20 }), Stage.Rectifying),
        (() => Story.Full(Stage.Rectifying), new E.EvidenceFiled(Do.Photo(EvidenceKind.After, "f").Files[0]), Stage.Rectifying),
        (() => Story.Full(Stage.Rectifying), new E.AppliedForStrikeOff("完成"), Stage.Applied),
        (() => Story.Full(Stage.Applied), new E.VerifiedByCounty(Do.Visit(Do.FirstDay)), Stage.CountyVerified),
        (() => Story.Full(Stage.Applied), new E.RejectedByCounty(Do.Visit(Do.FirstDay)), Stage.Rectifying),
        (() => Story.Full(Stage.CountyVerified), new E.SampleDrawn(30, Do.FirstDay.AddDays(7)), Stage.CountyVerified),
        (Surveyed, new E.ResidentAnswered("c1", Answer.Partly), Stage.CountyVerified),
        (Surveyed, new E.SurveyClosed(30, 0, 0, 0, true), Stage.Satisfied),
        (Surveyed, new E.SurveyClosed(1, 0, 29, 0, false), Stage.Accepted),
        (() => Story.Full(Stage.Satisfied), new E.NoticePublished(Do.FirstDay, Do.FirstDay.AddDays(7), Do.NoticeText), Stage.OnNotice),
        (() => Story.Full(Stage.OnNotice), new E.ObjectionRaised("甲"), Stage.OnNotice),
        (Objected, new E.ObjectionUpheld("甲", "属实"), Stage.Accepted),
        (Objected, new E.ObjectionDismissed("甲", "不属实"), Stage.OnNotice),
        (() => Story.Full(Stage.OnNotice), new E.NoticeEnded(), Stage.Noticed),
        (() => Story.Full(Stage.Noticed), new E.AcceptedByCity("同意"), Stage.CityAccepted),
        (() => Story.Full(Stage.Noticed), new E.RefusedByCity("出水不稳"), Stage.Rectifying),
        (() => Story.Full(Stage.CityAccepted), new E.StruckOff("同意"), Stage.StruckOff),
        (() => Story.Full(Stage.StruckOff), new E.LookedBack(Do.Visit(Do.FirstDay)), Stage.StruckOff),
        (() => Story.Full(Stage.StruckOff), new E.SaidNotFixed("r1"), Stage.StruckOff),
        (() => Story.Full(Stage.StruckOff), new E.Relapsed("举报", "又黄了", Due.AddDays(30)), Stage.Accepted),
        (() => Story.Full(Stage.Rectifying), new E.SideTrackAsked(LongTerm), Stage.Rectifying),
        (() => Story.Full(Stage.Rectifying), new E.SideTrackGranted(LongTerm, "同意"), Stage.LongTerm),
        (() => Story.Full(Stage.Rectifying), new E.SideTrackGranted(new SideTrack.Merge(new("JL-002"), "同一"), "同意"), Stage.Merged),
        (() => Story.Full(Stage.Rectifying), new E.SideTrackGranted(new SideTrack.Void("误报"), "同意"), Stage.Void),
        (() => Story.Full(Stage.Rectifying), new E.SideTrackRefused(LongTerm, "不同意"), Stage.Rectifying),
        (() => Story.Full(Stage.Rectifying), new E.Resumed("恢复"), Stage.Rectifying),
        (KeptUp, new E.LongTermReviewed(false, "坚持", Do.FirstDay.AddDays(300)), Stage.LongTerm),
        (KeptUp, new E.LongTermReviewed(true, "可整改", null), Stage.Accepted),
        (() => Story.Full(Stage.Accepted), new E.Chased("请抓紧"), Stage.Accepted),
        (() => Story.Full(Stage.Accepted), new E.Corrected(Do.Tailings with { Title = "更正后" }, "更正"), Stage.Accepted),
    ];

    private static readonly Type[] NewRounds = [typeof(E.ObjectionUpheld), typeof(E.Relapsed)];

    [Fact]
    public void Every_event_leads_to_its_stage_and_counts_one()
    {
        foreach (var (from, fact, to) in Steps)
        {
            var before = from().Case;
            var after = After(before, fact);
            Assert.Equal((fact, to, before.Version + 1), (fact, after.Stage, after.Version));
            Assert.Equal((fact, to == before.Stage && after.Round == before.Round), (fact, after.Since == before.Since && after.NodeClock == before.NodeClock));
        }
    }

    [Fact]
    public void The_steps_hold_every_event_of_the_family() =>
        Assert.Equal(CaseEventJson.Names.Select(n => n.Type).ToHashSet(), [.. Steps.Select(s => s.Event.GetType())]);

    [Fact]
    public void A_round_begins_where_proof_has_failed_and_nowhere_else()
    {
        foreach (var (from, fact, to) in Steps)
        {
            var before = from().Case;
            var begins = NewRounds.Contains(fact.GetType()) || fact is E.SurveyClosed { Passed: false } or E.LongTermReviewed { BackToWork: true };
            var after = After(before, fact);
            Assert.Equal((fact, before.Round + (begins ? 1 : 0)), (fact, after.Round));
            if (!begins) continue;
            Assert.Equal((Stage.Accepted, 0), (after.Stage, after.Rejections));
            Assert.Equal((null, null, before.Plan), (after.Plan, after.Approver, after.EarlierPlan));
            Assert.All(after.Evidence, e => Assert.Equal(EvidenceKind.Before, e.Kind));
            Assert.Empty(after.Progress);
            Assert.Null(after.CountyVerifier);
            Assert.Null(after.CityAcceptor);
            Assert.Equal(Late, after.RoundSince);
        }
    }

    [Fact]
    public void Going_back_to_work_forgets_who_looked_and_never_who_worked()
    {
        foreach (var fact in new E[] { new E.RejectedByCounty(Do.Visit(Do.FirstDay)), new E.RefusedByCity("不稳") })
        {
            var before = Story.Full(fact is E.RejectedByCounty ? Stage.Applied : Stage.Noticed).Case;
            var after = After(before, fact);
            Assert.Equal((before.Round, before.Rejections + 1), (after.Round, after.Rejections));
            Assert.Equal((null, null, null, null), (after.CountyVerifier, after.Survey, after.Notice, after.CityAcceptor));
            Assert.Equal(before.Doers, after.Doers);
            Assert.Equal(before.Evidence, after.Evidence);
        }
    }

    [Fact]
    public void A_return_takes_the_unit_and_its_clock_away_and_the_next_hand_over_gives_both_anew()
    {
        var returned = After(ReturnAsked().Case, new E.ReturnGranted("同意"));
        Assert.Equal((null, null, null), (returned.Holding, returned.TotalClock, returned.ReturnAsker));
        var again = After(returned, new E.HandedOver(Town.OtherCounty.Path, UnitKind.County, "2号", Late, Due, null, null));
        Assert.Equal((Town.OtherCounty.Path, Due), (again.Holding!.Unit, again.TotalClock!.Named!.Value));
    }

    [Fact]
    public void A_step_begun_in_the_middle_of_a_pause_stands_still_for_the_rest_of_it()
    {
        var story = Story.Full(Stage.Accepted).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Pause(Do.FirstDay, Do.FirstDay.AddDays(13), "汛期")))
            .When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        story.Later(4).When(Town.Liaison).Does(Do.Plan());
        var span = story.Case.Procedure.Find(Domain.Procedures.Step.ApprovePlan)!.Clock!;
        var due = story.Case.NodeClock!.DueDate(WorkCalendar.China)!.Value.Date;
        Assert.Equal(WorkCalendar.China.AddWorkingDays(Do.FirstDay.AddDays(13), span.Days).Date, due);
        Assert.True(story.Case.NodeClock.Read(story.Today, WorkCalendar.China).Paused);
        story.Later(2).When(Town.Head).Does(new Resume("提前恢复"));
        Assert.Equal(WorkCalendar.China.AddWorkingDays(story.Today.AddDays(-1), span.Days).Date, story.Case.NodeClock!.DueDate(WorkCalendar.China)!.Value.Date);
    }

    [Fact]
    public void A_pause_that_is_over_or_a_case_struck_off_hands_no_pause_on()
    {
        var story = Story.Full(Stage.Accepted).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Pause(Do.FirstDay, Do.FirstDay.AddDays(3), "汛期")))
            .When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.Empty(story.Later(4).When(Town.Liaison).Does(Do.Plan()).Case.NodeClock!.Pauses);
        var early = Story.Full(Stage.Rectifying).When(Town.Liaison).Does(new AskSideTrack(new SideTrack.Pause(Do.FirstDay, Do.FirstDay.AddDays(90), "汛期")))
            .When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.Empty(early.WalkTo(Stage.StruckOff).Case.NodeClock!.Pauses);
    }

    private static DateOnly Late => Do.FirstDay.AddDays(20);

    private static Case After(Case c, E fact) => c.After(new Happened(fact, Town.Clerk, new DateTimeOffset(Late, new TimeOnly(9, 0), TimeSpan.FromHours(8)), Late));

    private static Story ReturnAsked() => Story.Full(Stage.HandedOver).When(Town.Liaison).Does(new AskReturn("不属本单位"));

    private static Story Surveyed() => Story.Full(Stage.CountyVerified).When(Town.Clerk).Does(new DrawSample(200, 30));

    private static Story Objected() => Story.Full(Stage.OnNotice).When(Town.Villager).Does(new RaiseObjection("甲"));

    private static Story KeptUp() => Story.Full(Stage.Rectifying).When(Town.Liaison).Does(new AskSideTrack(LongTerm)).When(Town.Head).Does(new DecideSideTrack(true, "同意"));
}
