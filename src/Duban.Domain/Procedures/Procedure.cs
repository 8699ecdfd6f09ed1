using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Duban.Domain.Calendar;

namespace Duban.Domain.Procedures;

/// <summary>How a campaign's cases are walked: steps, clocks and guards as dated, versioned data. The four-eyes rules are not in it: no procedure can switch them off.</summary>
/// <param name="Code">e.g. <c>full</c>.</param>
/// <param name="Version">From 1; a case keeps the version it was registered under.</param>
/// <param name="From">The day it takes effect.</param>
/// <param name="Name">Its name in Chinese and English.</param>
/// <param name="Source">The document it rests on.</param>
/// <param name="Steps">The chosen steps, in order.</param>
public sealed record Procedure(
    string Code, int Version, DateOnly From, TwoNames Name, string Source, IReadOnlyList<StepRule> Steps)
{
    /// <summary>What the case must show before strike-off may be applied for; nothing when a text leaves it out.</summary>
    // The reader of a text writes null into a member that is left out, over what stands here.
    [AllowNull]
    public SelfCheckGuards SelfCheck { get; init => field = value ?? new(); } = new();

    /// <summary>The residents' survey; demanded when the steps hold <see cref="Step.Survey"/>.</summary>
    public SurveyRule? Survey { get; init; }

    /// <summary>When a clock turns yellow, orange, red; on these days when a text leaves it out.</summary>
    [AllowNull]
    public LightRule Lights { get; init => field = value ?? new(0, 3, DayKind.Natural); } = new(0, 3, DayKind.Natural);

    /// <summary>An extension must be asked for at least so many working days before the due date; 0 for any time before it.</summary>
    public int ExtensionNoticeDays { get; init; }

    /// <summary>
    /// How long what is to be fixed at once (立行立改) may take, from its hand-over to the unit's application for strike-off;
    /// null leaves it without a clock, as the earliest versions did.
    /// </summary>
    public Span? FixAtOnce { get; init; }

    /// <summary>True when the source was not confirmed from its original text; the reader sees 依据待核.</summary>
    public bool Unverified { get; init; }

    /// <summary>True from the day it takes effect.</summary>
    public bool IsInForce(DateOnly today) => From <= today;

    /// <summary>True when the procedure walks this step.</summary>
    public bool Has(Step step) => Find(step) is not null;

    /// <summary>The step's rule, or null when it is not walked.</summary>
    public StepRule? Find(Step step)
    {
        foreach (var rule in Steps) if (rule.Step == step) return rule;
        return null;
    }

    /// <summary>The first walked step after this one, or null at the end.</summary>
    public Step? After(Step step)
    {
        foreach (var rule in Steps) if (rule.Step > step) return rule.Step;
        return null;
    }
}

/// <summary>A name in both languages.</summary>
/// <param name="Zh">Chinese.</param>
/// <param name="En">English.</param>
public sealed record TwoNames(string Zh, string En);

/// <summary>One step of a procedure.</summary>
/// <param name="Step">Which.</param>
/// <param name="Clock">How long it may take once it is waited for; null for no clock of its own.</param>
public sealed record StepRule(Step Step, Span? Clock = null)
{
    /// <summary>The clause the clock rests on.</summary>
    public string? Basis { get; init; }

    /// <summary>True for a hand-over that rests on 交办不过夜, the rule of some cities that a meeting's list leaves on the day of the meeting.</summary>
    [JsonIgnore]
    public bool IsSameDay => Step == Step.HandOver && Basis?.Contains("交办不过夜", StringComparison.Ordinal) == true;

    /// <summary>True when the clause was not confirmed from its text.</summary>
    public bool Unverified { get; init; }
}

/// <summary>What must be there before strike-off may be applied for.</summary>
public sealed record SelfCheckGuards
{
    /// <summary>Every measure of the plan at 100 percent.</summary>
    public bool MeasuresDone { get; init; }

    /// <summary>At least one file showing the state before.</summary>
    public bool BeforeEvidence { get; init; }

    /// <summary>At least one file showing the state after.</summary>
    public bool AfterEvidence { get; init; }

    /// <summary>Every point shown before is shown after.</summary>
    public bool SamePoints { get; init; }

    /// <summary>Interim safety measures in the plan of a major hazard.</summary>
    public bool InterimSafety { get; init; }
}

/// <summary>How residents are asked.</summary>
/// <param name="Sample">Residents to draw at least, 1 or more.</param>
/// <param name="MinimumAnswers">Answers needed for the count to mean anything, at most <paramref name="Sample"/>.</param>
/// <param name="Threshold">Share of 解决了 among the answers needed, over 0 and up to 1.</param>
/// <param name="AnswerDays">Natural days the codes stay open.</param>
public sealed record SurveyRule(int Sample, int MinimumAnswers, decimal Threshold, int AnswerDays);
