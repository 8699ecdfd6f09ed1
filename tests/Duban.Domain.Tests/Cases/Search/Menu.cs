using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;
using Duban.Domain.People;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>Everything anybody might try in a state, sensible or not; whose act it is, is left to the search.</summary>
internal static class Menu
{
    private const int Far = 3 * Searched.Jump;
    private static readonly PersonId Outsider = new("outsider"), Another = new("another");

    /// <param name="s">The state.</param>
    /// <param name="leaders">People who might be named as leader of a plan, besides outsiders.</param>
    /// <param name="clocked">True to hand over with a due date, and to try what moves it.</param>
    public static IEnumerable<ICaseAct> Of(Searched s, IEnumerable<PersonId> leaders, bool clocked)
    {
        var (c, today) = (s.Case, s.Today);
        yield return new ReportLead("热线", "水黄", "井水发黄", new Place("石岗村"));
        yield return Do.Register;
        yield return Do.Grade;
        foreach (var unit in new[] { Town.County, Town.CultureBureau })
            yield return clocked ? Do.HandOver(unit, today.AddDays(Far)) : new HandOver(unit, "1号", null, NoDueReason: "长期坚持");
        if (clocked) yield return new HandOver(Town.County, "1号", null, NoDueReason: "立行立改");
        yield return new SignFor();
        yield return new AskReturn("不属本单位");
        yield return new DecideReturn(true, "同意");
        yield return new DecideReturn(false, "不同意");
        yield return new Forward(Town.Township, "办理");
        foreach (var leader in leaders.Append(Outsider))
            yield return new FilePlan(Do.PlanOf(leader, Another) with { Measures = [new("M1", "建站", today)] }, [InPost(leader), InPost(Another)]);
        yield return new DecidePlan(true, "同意");
        yield return new DecidePlan(false, "重报");
        yield return Do.Done;
        yield return new ReportProgress("返工", new Dictionary<string, int> { ["M1"] = 0 });
        var fresh = $"{c.Evidence.Count}.{c.Spent.Count}";
        yield return Do.Photo(EvidenceKind.Before, "b" + fresh);
        yield return Do.Photo(EvidenceKind.After, "a" + fresh);
        if (c.Evidence.FirstOrDefault(e => e.Kind == EvidenceKind.Before) is { } picture) yield return Do.Photo(EvidenceKind.After, picture.Sha256);
        if (!c.Spent.IsEmpty) yield return Do.Photo(EvidenceKind.After, c.Spent.First());
        yield return Do.Apply;
        yield return Do.Verify(today);
        yield return Do.Verify(today, passed: false);
        yield return new DrawSample(2, 2);
        yield return new DrawSample(2, 1);
        yield return new AnswerSurvey($"r{c.Survey?.Answers.Count}", Answer.Yes);
        yield return new AnswerSurvey($"r{c.Survey?.Answers.Count}", Answer.No);
        yield return new AnswerSurvey("r0", Answer.Yes);
        yield return new CloseSurvey();
        yield return Do.Publish;
        // Two open objections are as good as a thousand.
        if (c.Notice is not { Open.Count: > 1 }) yield return new RaiseObjection(c.Notice?.Open.Contains("甲") == true ? "乙" : "甲");
        var objection = c.Notice?.Open.Min() ?? "甲";
        yield return new DecideObjection(objection, true, "属实");
        yield return new DecideObjection(objection, false, "不属实");
        yield return new EndNotice();
        yield return Do.Accept();
        yield return Do.Accept(passed: false);
        yield return Do.StrikeOff;
        yield return new LookBack(true, Do.Visit(today));
        yield return new LookBack(false, Do.Visit(today), today.AddDays(Far));
        yield return new ReportRelapse("举报", "又黄了", today.AddDays(Far));
        if (c.NotFixed.IsEmpty) yield return new SayNotFixed("XS-001-1");
        foreach (var track in Tracks(s, clocked)) yield return new AskSideTrack(track);
        yield return new DecideSideTrack(true, "同意");
        yield return new DecideSideTrack(false, "不同意");
        yield return new Resume("恢复");
        yield return new ReviewLongTerm(true, "可整改") { NewDue = today.AddDays(Far) };
        yield return new ReviewLongTerm(false, "坚持", today.AddDays(300));
        yield return new Chase("请抓紧");
        yield return new Correct(Do.Tailings, "更正");
    }

    // Whoever has the case, they are leaders of its unit as well: what a plan asks of them is no way out of the search.
    private static Named InPost(PersonId person) => new(person, person.Value,
        [.. new[] { Town.County, Town.Township, Town.CultureBureau }.Select(unit => Town.Post(person.Value, Role.UnitLeader, unit))]);

    private static IEnumerable<SideTrack> Tracks(Searched s, bool clocked)
    {
        yield return new SideTrack.LongTerm(s.Today.AddDays(300), "多年");
        yield return new SideTrack.Void("误报");
        if (clocked) yield return new SideTrack.Merge(new("JL-009"), "同一问题");
        if (!clocked || s.Case.TotalClock?.DueDate(Searched.Calendar)?.Date is not { } due) yield break;
        // Never further ahead than a first due date and one pause to a clock, so that the search ends soon.
        if (due.AddDays(Searched.Jump) > s.Today.AddDays(Far)) yield break;
        yield return new SideTrack.Extension(due.AddDays(Searched.Jump), "雨季");
        if (s.Case.TotalClock.Pauses.Count == 0) yield return new SideTrack.Pause(s.Today, s.Today.AddDays(Searched.Jump - 1), "汛期");
    }
}
