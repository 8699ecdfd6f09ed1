namespace Duban.Domain.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void The_project_stands() => Assert.Equal("Duban.Domain.Tests", typeof(SkeletonTests).Namespace);
}
