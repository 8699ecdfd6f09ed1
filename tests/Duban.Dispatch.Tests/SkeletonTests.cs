namespace Duban.Dispatch.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void The_project_stands() => Assert.Equal("Duban.Dispatch.Tests", typeof(SkeletonTests).Namespace);
}
