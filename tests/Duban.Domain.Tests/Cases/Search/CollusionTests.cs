using Duban.Domain.Cases;
using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Cases.Search;

/// <summary>Whoever colludes: the rules alone, against people who each hold every post and try everything.</summary>
public sealed class CollusionTests(ITestOutputHelper output)
{
    /// <summary>A doer, a county verifier, a city acceptor and somebody who files the strike-off.</summary>
    private const int NeededOnTheFullPath = 4;

    /// <summary>A doer, a county verifier and somebody who files the strike-off.</summary>
    private const int NeededOnTheShortPath = 3;

    [Fact]
    public void Three_people_with_every_post_cannot_strike_off_a_case_of_the_full_path() =>
        Assert.False(StruckOff(Story.FullPath, NeededOnTheFullPath - 1));

    [Fact]
    public void Four_people_with_every_post_strike_it_off_only_with_everything_in_order() =>
        Assert.True(StruckOff(Story.FullPath, NeededOnTheFullPath));

    [Fact]
    public void Two_people_with_every_post_cannot_strike_off_a_small_hazard() =>
        Assert.False(StruckOff(Story.ShortPath, NeededOnTheShortPath - 1));

    [Fact]
    public void Three_people_with_every_post_strike_off_a_small_hazard_only_with_everything_in_order() =>
        Assert.True(StruckOff(Story.ShortPath, NeededOnTheShortPath));

    private bool StruckOff(Procedure procedure, int people)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var space = new StateSpace(procedure, Cast.Colluding(people), clocked: false).Search();
        output.WriteLine($"{procedure.Code}, {people} people: {space.States.Count} states, {space.Acts.Tried} acts tried, {space.Acts.Allowed} allowed, {watch.Elapsed.TotalSeconds:0.0} s");
        var wrong = space.States.FindIndex(s => s.Witness.Wrong.Count > 0);
        Assert.True(wrong < 0, wrong < 0 ? "" : $"{string.Join("; ", space.States[wrong].Witness.Wrong)}: {space.Path(wrong)}");
        return space.States.Any(s => s.Case.Stage == Stage.StruckOff);
    }
}
