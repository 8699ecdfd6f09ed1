using Duban.Domain.Cases;
using Duban.Domain.Cases.Acts;

namespace Duban.Web.Cases.Acts;

/// <summary>长期坚持复核.</summary>
/// <param name="BackToWork"><c>yes</c>: back to rectification; <c>no</c>: still kept up.</param>
/// <param name="Finding">What was found.</param>
/// <param name="NextReview">When it is looked at again, when it is still kept up.</param>
/// <param name="NewDue">The due date of the new round, when it goes back; empty lets the old clock count on.</param>
public sealed record ReviewForm(string? BackToWork, string? Finding, string? NextReview, string? NewDue) : IActForm
{
    /// <inheritdoc />
    public ICaseAct Read(ActReading r) => new ReviewLongTerm(r.YesNo(BackToWork, "backToWork"), ActReading.Words(Finding), r.Day(NextReview, "nextReview"))
    {
        NewDue = r.Day(NewDue, "newDue"),
    };
}
