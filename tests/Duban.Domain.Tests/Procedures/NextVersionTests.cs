using Duban.Domain.Procedures;

namespace Duban.Domain.Tests.Procedures;

/// <summary>A procedure cannot be taken back, so its code and version are looked at before it is added.</summary>
public sealed class NextVersionTests
{
    private static readonly IReadOnlyList<Procedure> Known = [.. ProcedureFile.Shipped, .. ProcedureFile.Earlier];
    private static readonly Procedure Full = ProcedureFile.Shipped[0];

    [Theory]
    [InlineData("full", 5), InlineData("short", 4), InlineData("mine-2026", 1), InlineData("a", 1), InlineData("abcdefghijklmnopqrstuvwxyz-12345", 1)]
    public void The_next_version_and_a_plain_code_are_taken(string code, int version) => Assert.Empty(Said(code, version));

    [Theory]
    [InlineData("Full", 1), InlineData("full/3", 1), InlineData("矿区", 1), InlineData("a b", 1), InlineData("a\u200B", 1), InlineData("..", 1), InlineData("a_b", 1), InlineData("ｆull", 1)]
    public void Other_characters_are_refused(string code, int version) => Assert.Equal(["procedure.code@code"], Said(code, version));

    [Theory]
    [InlineData("full", 6), InlineData("full", 2), InlineData("full", int.MaxValue), InlineData("mine", 2), InlineData("mine", int.MaxValue)]
    public void A_version_that_is_not_the_next_is_refused(string code, int version) => Assert.Equal(["procedure.next_version@version"], Said(code, version));

    [Theory, InlineData(3), InlineData(4)]
    public void A_version_that_is_there_is_taken(int version) => Assert.Equal(["procedure.taken@version"], Said("full", version));

    [Fact]
    public void What_was_added_before_goes_on_under_its_code()
    {
        var old = Full with { Code = "矿区", Version = 1 };
        Assert.Empty(NextVersion.Against(old with { Version = 2 }, [.. Known, old]));
        Assert.Equal("procedure.next_version", Assert.Single(NextVersion.Against(old with { Version = 1 }, [.. Known, old with { Version = int.MaxValue }])).Code);
    }

    private static IEnumerable<string> Said(string code, int version) =>
        NextVersion.Against(Full with { Code = code, Version = version }, Known).Select(r => $"{r.Code}@{r.Field}");
}
