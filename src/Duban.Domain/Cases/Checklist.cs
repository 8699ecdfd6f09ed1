using Duban.Domain.Calendar;
using Duban.Domain.People;
using Duban.Domain.Procedures;

namespace Duban.Domain.Cases;

/// <summary>Where an item of the checklist stands.</summary>
public enum CheckState
{
    /// <summary>还差: it is this moment's work, and something is missing.</summary>
    Missing,
    /// <summary>未到: its turn has not come.</summary>
    Waiting,
    /// <summary>已具备.</summary>
    Met,
}

/// <summary>One thing between a case and strike-off.</summary>
/// <param name="Code">Its name among the words, e.g. <c>check.survey</c>.</param>
/// <param name="State">Missing, waiting or met.</param>
/// <param name="Gap">What is missing or how it was met, with numbers.</param>
/// <param name="Act">The act that fills it.</param>
/// <param name="Step">The step it stands for, or is a guard of; null for a request that waits beside the loop.</param>
public sealed record CheckItem(string Code, CheckState State, Reason Gap, CaseAct Act, Step? Step = null);

/// <summary>What still stands between a case and strike-off: the same guards the acts judge by.</summary>
public static class Checklist
{
    /// <summary>Missing first, then waiting, then met; within each in the order of the loop.</summary>
    public static IReadOnlyList<CheckItem> Of(Case c)
    {
        var items = new List<CheckItem>();
        foreach (var rule in c.Procedure.Steps)
        {
            if (rule.Step > Step.StrikeOff) continue;
            if (rule.Step == Step.SelfCheck) items.AddRange(SelfCheckItems(c));
            items.Add(ForStep(rule.Step, c));
        }
        if (c.Request is { } r && c.Awaits is not null)
            items.Add(new("check.request", CheckState.Missing, new Reason("request.open", null, r.Track), CaseAct.DecideSideTrack));
        return [.. items.OrderBy(i => i.State)];
    }

    private static IEnumerable<CheckItem> SelfCheckItems(Case c)
    {
        var reached = Reached(c) >= Step.SelfCheck;
        foreach (var guard in SelfCheck.All(c).Where(g => g.Code != "guard.plan"))
            yield return new(guard.Code, guard.Met ? CheckState.Met : reached ? CheckState.Missing : CheckState.Waiting, guard.Gap, SelfCheck.Fills(guard.Code), Step.SelfCheck);
    }

    private static CheckItem ForStep(Step step, Case c)
    {
        var state = Reached(c) is not { } reached ? (DoneBeforeTheEnd(step, c) ? CheckState.Met : CheckState.Waiting)
            : reached > step ? CheckState.Met : reached == step && Ripe(step, c) ? CheckState.Missing : CheckState.Waiting;
        // Whoever looks is to see what is awaited: the unit does not sign while it asks to be rid of the case.
        var code = ActFor(step, c) == CaseAct.DecideReturn ? "check.decide_return" : "check." + System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(step.ToString());
        return new(code, state, Words(code, step, c), ActFor(step, c), step);
    }

    // To apply is nobody's turn before the guards are met: what is missing is they, and their number is the one the refusal tells.
    private static bool Ripe(Step step, Case c) => step != Step.SelfCheck || !SelfCheck.Missing(c).Any();

    // Null at an end that is not strike-off: nothing is this moment's work.
    private static Step? Reached(Case c) => c.Awaits ?? (c.Stage == Stage.StruckOff ? Step.LookBack : null);

    private static bool DoneBeforeTheEnd(Step step, Case c) => step switch
    {
        Step.Register => c.Number is not null,
        Step.Grade => c.Level is not null,
        Step.HandOver => c.Holding is not null,
        Step.Sign => c.Holding?.Signed is not null,
        Step.Plan => c.Plan is not null,
        Step.ApprovePlan => c.Approver is not null,
        _ => false,
    };

    private static Reason Words(string code, Step step, Case c) => step switch
    {
        Step.Survey when c.Procedure.Survey is { } rule =>
            new(code, null, rule.Sample, rule.Threshold * 100, c.Survey?.Answers.Count ?? 0, c.Survey?.Size ?? 0),
        Step.Notice => new(code, null, c.Procedure.Find(Step.Notice)?.Clock ?? new Span(5, DayKind.Working), c.Notice?.Until, c.Notice?.Open.Count ?? 0),
        _ => new(code),
    };

    private static CaseAct ActFor(Step step, Case c) => step switch
    {
        Step.Sign when c.Stage == Stage.ReturnAsked => CaseAct.DecideReturn,
        Step.Survey when c.Survey is { Passed: null } => CaseAct.CloseSurvey,
        Step.Notice when c.Stage == Stage.OnNotice => CaseAct.EndNotice,
        _ => InHand.ActAt(step) ?? CaseAct.LookBack,
    };
}
