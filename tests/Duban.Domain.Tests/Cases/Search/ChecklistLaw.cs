using Duban.Domain.Cases;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>What the reader is shown before pressing a button is what the rules say after it.</summary>
internal static class ChecklistLaw
{
    private static readonly Actor Clerk = Town.Post("new-clerk", Role.Clerk, Town.Office);
    private static readonly Actor Liaison = Town.Post("new-liaison", Role.Liaison, Town.Township);

    /// <summary>Every way in which checklist and rules contradict each other in a state.</summary>
    public static IEnumerable<string> Broken(Searched s)
    {
        var c = s.Case;
        var items = Checklist.Of(c);
        var missing = items.Where(i => i.State == CheckState.Missing).ToArray();
        var steps = missing.Where(i => i.Code.StartsWith("check.", StringComparison.Ordinal) && i.Code != "check.request").ToArray();
        if (!items.Select(i => i.State).SequenceEqual(items.Select(i => i.State).Order())) yield return $"{c.Stage}: what is missing does not come first";
        if (missing.FirstOrDefault(i => Standing.Place(i.Act, c) is not null) is { } early) yield return $"{c.Stage}: {early.Code} is asked for and {early.Act} refused";
        if (steps.Length != (c.Stage.IsEnd() || SelfCheck.Missing(c).Any() && c.Awaits == Step.SelfCheck ? 0 : 1)) yield return $"{c.Stage}: {steps.Length} steps are this moment's work";
        if (c.Stage.IsEnd() && missing.Length > 0) yield return $"{c.Stage}: an end asks for {missing[0].Code}";

        var gaps = Standing.Of(CaseAct.ApplyForStrikeOff, c, s.ActOf(Liaison)).Select(r => r.Code)
            .Where(r => r.StartsWith("guard.", StringComparison.Ordinal) && !r.StartsWith("guard.plan", StringComparison.Ordinal));
        var unmet = items.Where(i => i.Code.StartsWith("guard.", StringComparison.Ordinal) && i.State != CheckState.Met).Select(i => i.Gap.Code);
        if (!gaps.Order().SequenceEqual(unmet.Order())) yield return $"{c.Stage}: the application misses {string.Join(',', gaps)}, the checklist {string.Join(',', unmet)}";

        var ready = items.All(i => i.State == CheckState.Met || i.Code == "check.strike_off") && c.Stage != Stage.StruckOff;
        var allowed = Standing.Of(CaseAct.StrikeOff, c, s.ActOf(Clerk)).Count == 0;
        if (ready != allowed) yield return $"{c.Stage}: ready {ready}, strike-off allowed {allowed}";
    }
}
