using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Web.Cases.Acts;
using Duban.Web.Shell;
using Duban.Web.Shell.Parts;
using Checklist = Duban.Domain.Cases.Checklist;

namespace Duban.Web.Cases.Pages;

/// <summary>What this reader may do now: the acts whose right they hold and whose moment it is, the one that comes next first.</summary>
public static class CaseActs
{
    // Beside the doors of ActDoor: acts with a page of their own.
    private static readonly (CaseAct Kind, string Path)[] Own =
        [(CaseAct.Register, "register"), (CaseAct.FileEvidence, "evidence"), (CaseAct.AskSideTrack, "ask"), (CaseAct.AskClosure, "ask")];

    private static readonly (CaseAct Kind, string Path)[] All =
    [
        .. Own.Take(2), .. ActDoor.All.Where(d => d.Kind is not (CaseAct.AskSideTrack or CaseAct.AskClosure)).Select(d => (d.Kind, d.Name)), .. Own.Skip(2),
    ];

    // Nothing to decide and nothing to end is no obstacle worth a box.
    private static readonly string[] Idle = ["notice.no_objection", "pause.none"];

    /// <summary>Possible ones, one of them primary, and blocked ones with their first reason.</summary>
    public static IReadOnlyList<ActView> Of(OneCase one, Words w)
    {
        var open = All.Where(a => MayTry(one, a.Kind)).Select(a => (a.Kind, a.Path, Against: Standing.Of(a.Kind, one.Case, one.Act)))
            .Where(a => !a.Against.Any(r => Idle.Contains(r.Code)) && !(a.Kind == CaseAct.Chase && IsOwn(one))).ToList();
        var next = Next(one.Case).FirstOrDefault(kind => open.Any(a => a.Kind == kind && a.Against.Count == 0));
        return [.. open.Select(a => a.Against.Count == 0
            ? new ActView(Text(a.Kind, w), one.Path(a.Path), Primary: a.Kind == next && next != CaseAct.See)
            : ActView.Blocked(Text(a.Kind, w), Why(a.Against, w), a.Kind == CaseAct.ApplyForStrikeOff ? "#check" : one.Path(a.Path)))];
    }

    /// <summary>The act that comes next on a case and is this reader's to do at once, with its address; null when it is somebody else's turn.</summary>
    public static (CaseAct Kind, string Path)? NextOf(Case c, Domain.Act act)
    {
        foreach (var kind in Next(c))
        {
            if (!MayTry(c, act, kind) || Standing.Of(kind, c, act).Count > 0) continue;
            if (All.FirstOrDefault(a => a.Kind == kind) is { Path: { } path }) return (kind, $"/cases/{c.Id}/{path}");
        }
        return null;
    }

    /// <summary>The page of an act that this reader may do now and nothing stands against, or null.</summary>
    public static string? PathOf(OneCase one, CaseAct kind) =>
        MayTry(one, kind) && Standing.Of(kind, one.Case, one.Act).Count == 0 && All.FirstOrDefault(a => a.Kind == kind) is { Path: { } path } ? one.Path(path) : null;

    /// <summary>True when the right is held and it is the moment, whatever else stands against it.</summary>
    public static bool MayTry(OneCase one, CaseAct kind) => MayTry(one.Case, one.Act, kind);

    private static bool MayTry(Case c, Domain.Act act, CaseAct kind) =>
        Rights.Refusal(act.By, kind, c.Holding?.Unit, c.CoUnits) is null && Standing.Place(kind, c) is null;

    /// <summary>An act's name as a button says it.</summary>
    public static string Text(CaseAct kind, Words w) => w[$"case_act.{CaseRow.Word(kind)}"];

    // Nobody reminds themselves: what waits for this reader is theirs to do.
    private static bool IsOwn(OneCase one) => InHand.Of(one.Case, one.Act.Today) is { } now && InHand.Is(now.Hand, one.Act.By.Role);

    private static string Why(Domain.Reasons against, Words w) =>
        against.Count == 1 ? ReasonWords.Of(against[0], w) : w["case.lacks", against.Count, ReasonWords.Of(against[0], w)];

    // Somebody's open question comes before the loop's next step.
    private static IEnumerable<CaseAct> Next(Case c)
    {
        yield return CaseAct.DecideSideTrack;
        yield return CaseAct.DecideReturn;
        if (c.Notice is { Open.Count: > 0 }) yield return CaseAct.DecideObjection;
        if (c.Stage == Stage.Reported) yield return CaseAct.Register;
        if (c.Stage == Stage.Rectifying) yield return CaseAct.ApplyForStrikeOff;
        foreach (var item in Checklist.Of(c).Where(i => i.State == CheckState.Missing)) yield return item.Act;
        yield return CaseAct.ReviewLongTerm;
        yield return CaseAct.LookBack;
    }
}
