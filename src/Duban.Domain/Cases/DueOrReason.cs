using Duban.Domain.Documents;

namespace Duban.Domain.Cases;

/// <summary>The day by which a case is to be settled, or words in its place that say why there is none; a correction and a hand-over are judged alike.</summary>
/// <param name="Due">The day, or null.</param>
/// <param name="Words">The words, or null.</param>
public sealed record DueOrReason(DateOnly? Due, string? Words)
{
    /// <summary>The longest words, in characters.</summary>
    public const int Longest = 200;

    /// <summary>What the list itself says, or a correction of it.</summary>
    public static DueOrReason Of(Matter? matter) => new(matter?.ProposedDue, matter?.DueWords);

    /// <summary>True when time runs by it: a day, or words that say at once.</summary>
    public bool SetsClock => Due is not null || DateWords.IsAtOnce(Words);

    /// <summary>True when neither is said.</summary>
    public bool IsBlank => Due is null && string.IsNullOrWhiteSpace(Words);

    /// <summary>What stands against it. Whatever stands as it did before may stay, however odd, and is not asked about.</summary>
    /// <param name="before">What held before.</param>
    /// <param name="today">The day it is said.</param>
    /// <param name="dueField">The field of the day.</param>
    /// <param name="wordsField">The field of the words.</param>
    public Reasons Against(DueOrReason before, DateOnly today, string dueField, string wordsField)
    {
        var (dayMoved, wordsChanged) = (Due != before.Due, Words != before.Words);
        var alone = wordsChanged && Due is null && !string.IsNullOrWhiteSpace(Words);
        return new Reasons()
            .When(dayMoved && Due < today, "due.past", dueField, Due)
            .When((dayMoved || wordsChanged) && Due is not null && Words is not null, "handover.day_or_reason", wordsField)
            .When(alone && ClerkDate.IsMeantAsDay(Words, today), "handover.reason_is_day", wordsField, Words)
            .When(alone && DateWords.SaysNothing(Words), "handover.reason_says_nothing", wordsField, Words)
            .When(wordsChanged && Words?.Length > Longest, "field.too_long", wordsField, Longest, Words?.Length);
    }
}
