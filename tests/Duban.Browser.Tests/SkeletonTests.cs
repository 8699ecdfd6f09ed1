namespace Duban.Browser.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void The_project_stands() => Assert.Equal("Duban.Browser.Tests", typeof(SkeletonTests).Namespace);
}
