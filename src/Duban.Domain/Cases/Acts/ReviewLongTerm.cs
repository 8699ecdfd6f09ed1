using Duban.Domain.People;

namespace Duban.Domain.Cases.Acts;

/// <summary>长期坚持复核: kept up until the next review, or back to work: long-term is no hiding place.</summary>
public sealed record ReviewLongTerm(bool BackToWork, string Finding, DateOnly? NextReview = null) : ICaseAct
{
    /// <summary>The due date of the new round when it goes back to work; null lets the old clock count on.</summary>
    public DateOnly? NewDue { get; init; }

    /// <inheritdoc />
    public CaseAct Kind => CaseAct.ReviewLongTerm;

    /// <inheritdoc />
    public Ruling<CaseEvent> Decide(Case c, Act act) => Standing.Of(Kind, c, act).Words(Finding, "finding", 4000)
        .When(!BackToWork && NextReview is null, "field.required", "nextReview")
        .When(!BackToWork && NextReview <= act.Today, "date.past", "nextReview", NextReview)
        .When(!BackToWork && NextReview > act.Today.AddYears(1), "long_term.review_too_late", "nextReview", NextReview)
        .When(BackToWork && NewDue <= act.Today, "due.past", "newDue", NewDue)
        .Else<CaseEvent>(() => BackToWork
            ? new CaseEvent.LongTermReviewed(true, Finding, null) { Due = NewDue }
            : new CaseEvent.LongTermReviewed(false, Finding, NextReview));
}
