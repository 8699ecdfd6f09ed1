using Duban.Web.Shell;

namespace Duban.Web.Tests.Shell;

public sealed class ReturnPathTests
{
    [Theory]
    [InlineData("/cases?text=x", "/cases?text=x")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/a\r\nSet-Cookie: x=y", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void The_way_back_never_leaves_the_site(string? back, string expected) => Assert.Equal(expected, ReturnPath.Of(back));
}
