namespace Duban.Web.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void The_project_stands() => Assert.Equal("Duban.Web.Tests", typeof(SkeletonTests).Namespace);
}
