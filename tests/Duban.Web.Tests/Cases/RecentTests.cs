using Duban.Web.Cases;

namespace Duban.Web.Tests.Cases;

public sealed class RecentTests
{
    [Fact]
    public void What_is_used_stays_and_what_is_not_used_goes()
    {
        var recent = new Recent<int, string>(room: 10);
        recent.Keep(0, "in use");
        for (var i = 1; i <= 100; i++)
        {
            recent.Keep(i, "passing");
            Assert.Equal("in use", recent.Find(0));
        }
        Assert.Null(recent.Find(1));
        Assert.Equal("passing", recent.Find(100));
        Assert.InRange(Enumerable.Range(0, 101).Count(i => recent.Find(i) is not null), 5, 10);
    }

    [Fact]
    public void A_thing_is_replaced_and_forgotten_wherever_it_lies()
    {
        var recent = new Recent<int, string>(room: 4);
        recent.Keep(1, "first");
        recent.Keep(2, "other");
        recent.Keep(1, "second");
        Assert.Equal("second", recent.Find(1));
        recent.Forget(1);
        recent.Forget(2);
        Assert.Null(recent.Find(1));
        Assert.Null(recent.Find(2));
    }

    [Fact]
    public void Many_at_once_never_get_anothers_thing()
    {
        var recent = new Recent<int, string>(room: 64);
        Parallel.For(0, 20_000, i =>
        {
            recent.Keep(i % 200, $"{i % 200}");
            if (recent.Find(i * 7 % 200) is { } found) Assert.Equal($"{i * 7 % 200}", found);
        });
    }
}
