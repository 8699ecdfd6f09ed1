using CsCheck;
using Duban.Dispatch.Routing;
using Duban.Dispatch.Routing.Checking;
using Duban.Dispatch.Routing.Search;

namespace Duban.Dispatch.Tests.Routing;

/// <summary>A plan taken apart and put together anew is another plan of no more coaches.</summary>
public sealed class RebuildingTests
{
    private static readonly Gen<Problem> Problems = Gen.OneOf(
        RandomProblems.Pairs(6),
        Gen.Select(RandomProblems.Points(13), Gen.Int[1, 8].Array[12], Gen.Int[0, 90].Array[12], Gen.Int[20, 120].Array[12], Gen.Int[12, 30],
            (travel, loads, opens, widths, seats) => new Problem
            {
                Name = "twelve visits",
                Travel = travel,
                Fleet = [new CoachType("c", seats)],
                Closes = 200,
                Requests = [.. loads.Select((load, i) => new Request($"{i}", load, new Stop(i + 1, opens[i], opens[i] + widths[i], 2)))],
            }));

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
                Assert.Empty(Validator.Check(problem, PlanOf(problem, model, draft)));
            },
            iter: 100,
            threads: 1);
        Assert.True(rebuilt * 10 >= tried * 9 && tried >= 20, $"{rebuilt} of {tried} plans were put together again");
    }

    private static Plan PlanOf(Problem problem, Model model, Draft draft)
    {
        var plan = new Plan
        {
            Cost = 0,
            Routes = [.. draft.Used.Take(draft.UsedCount).Select(s => draft.Tours[s]).Select(t => new Route(0, [.. t.Seq[1..(t.Length + 1)].Select(n => CallAt(model, n))]))],
        };
        return plan with { Cost = Validator.Cost(problem, plan) };
    }

    private static Call CallAt(Model model, int node) => new(
        model.ParentOf[model.JobOf(node)], !model.Paired ? CallKind.Visit : model.IsBoarding(node) ? CallKind.Board : CallKind.Alight, model.Load[model.JobOf(node)]);
}
