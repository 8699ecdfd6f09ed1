using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>A plan taken apart and put together anew is another plan of no more coaches.</summary>
public sealed class RebuildingTests
{
    private static readonly Gen<Problem> Problems = Gen.OneOf(RandomProblems.Pairs(6), RandomProblems.VisitsInTime(12));

    [Fact]
    public void Tours_put_together_anew_keep_every_rule_and_need_no_more_coaches()
    {
        var (rebuilt, tried) = (0, 0);
        Gen.Select(Problems, Gen.ULong).Sample(
            (problem, seed) =>
            {
                var (model, rng) = (new Model(problem), new Rng(seed));
                var (draft, neighbours) = (new Draft(model, rng), new Neighbours(model, 40));
                var (ruin, recreate) = (new StringRemoval(model, neighbours, null), new Recreate(model, rng, null));
                // As few coaches as greed finds, so that putting together anew is tempted to take more.
                draft.Reset();
                for (var most = 1; most <= draft.Slots && draft.AbsentCount > 0; most++)
                {
                    draft.Reset();
                    draft.Begin();
                    recreate.Apply(draft, most, false);
                    draft.Commit();
                }
                // What no coach can reach in time is left out by every plan.
                if (draft.AbsentCount > 0) return;
                Assert.True(EjectionPool.Suits(model));
                var before = draft.UsedCount;
                var budget = new Budget(0, 1_000_000, TimeProvider.System, CancellationToken.None);
                var rebuilding = new Rebuilding(model, neighbours, new AbsenceCounts(model, ruin, recreate, 1), new EjectionPool(model, neighbours), budget);
                var iterations = 0L;
                tried++;
                if (!rebuilding.Apply(draft, rng, ref iterations, 1)) return;
                rebuilt++;
                Assert.True(draft.UsedCount <= before, $"{draft.UsedCount} coaches after {before}");
                Assert.Empty(Validator.Check(problem, Orders.PlanOf(problem, model, Orders.Of(draft))));
            },
            iter: 100,
            threads: 1);
        Assert.True(rebuilt * 10 >= tried * 9 && tried >= 20, $"{rebuilt} of {tried} plans were put together again");
    }
}
