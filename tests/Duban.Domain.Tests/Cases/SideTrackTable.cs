using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Domain.Tests.Cases;

/// <summary>Every side track asked for at every stage, and decided where it may be asked for.</summary>
public sealed class SideTrackTable
{
    /// <summary><c>yes</c>, or why not: no unit has it yet, its stage is wrong, no plan is approved.</summary>
    private const string Table = """
        stage          extension pause long_term  merge void
        None           unit      unit  unit       stage stage
        Reported       unit      unit  unit       yes   yes
        Registered     unit      unit  unit       yes   yes
        Graded         unit      unit  unit       yes   yes
        HandedOver     stage     stage stage+plan yes   yes
        ReturnAsked    stage     stage stage+plan yes   yes
        Returned       unit      unit  unit       yes   yes
        Accepted       yes       yes   plan       yes   yes
        Planned        yes       yes   plan       yes   yes
        Rectifying     yes       yes   yes        yes   yes
        Applied        stage     stage stage      yes   yes
        CountyVerified stage     stage stage      yes   yes
        Satisfied      stage     stage stage      yes   yes
        OnNotice       stage     stage stage      yes   yes
        Noticed        stage     stage stage      yes   yes
        CityAccepted   stage     stage stage      yes   yes
        StruckOff      stage     stage stage      stage stage
        LongTerm       stage     stage stage      stage stage
        Merged         stage     stage stage      stage stage
        Void           stage     stage stage      stage stage
        """;

    private static readonly Dictionary<string, string> Codes = new()
    {
        ["unit"] = "rights.unit",
        ["stage"] = "case.stage",
        ["plan"] = "long_term.no_plan",
    };

    private static readonly string[][] Lines = [.. Table.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static TheoryData<Stage, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<Stage, string, string>();
            foreach (var line in Lines.Skip(1))
                for (var i = 1; i < line.Length; i++) cells.Add(Enum.Parse<Stage>(line[0]), Lines[0][i], line[i]);
            return cells;
        }
    }

    [Fact]
    public void The_table_has_every_stage_and_every_track()
    {
        Assert.Equal(Enum.GetValues<Stage>(), Lines.Skip(1).Select(l => Enum.Parse<Stage>(l[0])));
        var family = typeof(SideTrack).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(SideTrack))).Select(t => t.Name).Order(StringComparer.Ordinal);
        Assert.Equal(family, Lines[0].Skip(1).Select(name => Track(name, Story.Full()).GetType().Name).Order(StringComparer.Ordinal));
        Assert.All(Lines[0].Skip(1), name => Assert.Equal(name, Track(name, Story.Full()).Name));
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_track_is_asked_for_where_the_table_says_and_a_refusal_says_why(Stage stage, string track, string answer)
    {
        var story = At(stage);
        var (by, ask) = (track is "merge" or "void" ? Town.Clerk : Town.Liaison, new AskSideTrack(Track(track, story)));
        if (answer != "yes")
        {
            story.When(by).IsRefused(ask, [.. answer.Split('+').Select(word => Codes[word])]);
            return;
        }
        story.When(by).Does(ask);
        Assert.Equal((ask.Track, by.Person, stage), (story.Case.Request!.Track, story.Case.Request.By, story.Case.Stage));
        // While one waits no other can be asked for, whoever asks.
        Assert.Contains(new AskSideTrack(new SideTrack.Void("误报")).PutTo(story.Case, story.ActOf(Town.SecondClerk)).Reasons, r => r.Code == "request.open");
    }

    [Theory, MemberData(nameof(Cells))]
    public void A_granted_track_is_taken_and_a_refused_one_leaves_the_case_as_it_was(Stage stage, string track, string answer)
    {
        if (answer != "yes") return;
        var (granted, refused) = (Asked(stage, track), Asked(stage, track));
        granted.When(Town.Head).Does(new DecideSideTrack(true, "同意"));
        Assert.Equal(track switch { "long_term" => Stage.LongTerm, "merge" => Stage.Merged, "void" => Stage.Void, _ => stage }, granted.Case.Stage);
        Assert.Null(granted.Case.Request);
        var (total, node) = (refused.Case.TotalClock, refused.Case.NodeClock);
        refused.When(Town.Head).Does(new DecideSideTrack(false, "不同意"));
        Assert.Equal((stage, total, node), (refused.Case.Stage, refused.Case.TotalClock, refused.Case.NodeClock));
        Assert.Null(refused.Case.Request);
        refused.When(Town.Head).IsRefused(new DecideSideTrack(true, "同意"), "case.stage");
    }

    [Theory, MemberData(nameof(Cells))]
    public void Whoever_asked_does_not_decide(Stage stage, string track, string answer)
    {
        if (answer != "yes" || track is not ("merge" or "void")) return;
        var story = At(stage).When(Town.Head).Does(new AskSideTrack(Track(track, At(stage))));
        story.When(Town.Head).IsRefused(new DecideSideTrack(true, "同意"), "four_eyes.asked_for_it");
        story.When(Town.DeputyHead).Does(new DecideSideTrack(true, "同意"));
    }

    private static Story Asked(Stage stage, string track)
    {
        var story = At(stage);
        return story.When(track is "merge" or "void" ? Town.Clerk : Town.Liaison).Does(new AskSideTrack(Track(track, story)));
    }

    private static SideTrack Track(string name, Story story) => name switch
    {
        "extension" => new SideTrack.Extension(Do.FirstDay.AddDays(150), "等设备"),
        "pause" => new SideTrack.Pause(story.Today, story.Today.AddDays(5), "汛期"),
        "long_term" => new SideTrack.LongTerm(story.Today.AddDays(180), "地下水修复需多年"),
        "merge" => new SideTrack.Merge(new CaseId("JL-002"), "同一问题"),
        _ => new SideTrack.Void("现场无此问题"),
    };

    private static Story At(Stage stage) => stage switch
    {
        Stage.Reported => Story.Full().When(Town.Villager).Does(new ReportLead("热线", "水黄", "井水发黄", new Place("石岗村"))),
        Stage.ReturnAsked => Story.Full(Stage.HandedOver).When(Town.Liaison).Does(new AskReturn("不属本单位")),
        Stage.Returned => At(Stage.ReturnAsked).When(Town.Head).Does(new DecideReturn(true, "同意")),
        Stage.LongTerm => Asked(Stage.Rectifying, "long_term").When(Town.Head).Does(new DecideSideTrack(true, "同意")),
        Stage.Merged => Asked(Stage.Rectifying, "merge").When(Town.Head).Does(new DecideSideTrack(true, "同意")),
        Stage.Void => Asked(Stage.Rectifying, "void").When(Town.Head).Does(new DecideSideTrack(true, "同意")),
        _ => Story.Full(stage),
    };
}
