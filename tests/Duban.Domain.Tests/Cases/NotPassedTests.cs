using Duban.Domain.Cases;
using Duban.Domain.People;
using E = Duban.Domain.Cases.CaseEvent;

namespace Duban.Domain.Tests.Cases;

/// <summary>What was found wrong stays with the case until it is applied for once more, and what a correction corrected is told by what stood before it.</summary>
public sealed class NotPassedTests
{
    private static readonly SiteRecord Seen = new(Do.FirstDay, "沟里仍有红水", "继续整改", ["f1"]);

    [Fact]
    public void A_refused_verification_is_kept_until_the_next_application()
    {
        var refused = After(Story.Full(Stage.Applied).Case, new E.RejectedByCounty(Seen));
        Assert.Equal((CaseAct.VerifyForCounty, "沟里仍有红水", "继续整改"), (refused.NotPassed!.Act, refused.NotPassed.Words, refused.NotPassed.Opinion));
        Assert.Equal(["f1"], refused.NotPassed.Record!.Evidence);
        Assert.NotNull(After(refused, new E.ProgressReported("返工", new Dictionary<string, int>())).NotPassed);
        Assert.Null(After(refused, new E.AppliedForStrikeOff("已返工")).NotPassed);
    }

    [Fact]
    public void A_refused_acceptance_is_kept_alike_and_a_new_round_begins_without_it()
    {
        var refused = After(Story.Full(Stage.Noticed).Case, new E.RefusedByCity("出水不稳"));
        Assert.Equal((CaseAct.AcceptForCity, "出水不稳"), (refused.NotPassed!.Act, refused.NotPassed.Words));
        Assert.Null(refused.NotPassed.Record);
        Assert.Null(After(refused, new E.Relapsed("look_back", "又流红水", null)).NotPassed);
    }

    [Fact]
    public void A_correction_differs_from_what_stood_before_it_field_by_field()
    {
        var before = Do.Tailings with { ProposedDue = new(2021, 6, 30), DueWords = null };
        var after = before with { Title = "更正后", ProposedDue = null, DueWords = "长期坚持", Place = before.Place with { Text = "石岗村二组" }, Origin = "另一份" };
        Assert.Equal(
            [new("title", before.Title, "更正后"), new("place", before.Place.Text, "石岗村二组"), new("proposedDue", new DateOnly(2021, 6, 30), null), new("dueWords", null, "长期坚持")],
            MatterChange.Between(before, after));
        Assert.Empty(MatterChange.Between(before, before with { Sector = before.Sector }));
    }

    private static Case After(Case c, E fact) => c.After(new Happened(fact, Town.Clerk, new DateTimeOffset(Do.FirstDay, new TimeOnly(9, 0), TimeSpan.FromHours(8)), Do.FirstDay));
}
