using System.Net;
using Duban.Web.Residents;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Duban.Web.Tests.Residents;

public sealed class PatienceTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_hundred_that_come_at_once_are_counted_as_a_hundred()
    {
        var patience = new Patience(each: 10, all: 300, TimeSpan.FromHours(1), time);
        var let = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => patience.Take(From("192.0.2.7")))));
        Assert.Equal(10, let.Count(l => l));
        Assert.True(patience.IsOut(From("192.0.2.7")));
        Assert.False(patience.IsOut(From("192.0.2.8")));
    }

    [Fact]
    public void What_was_no_harm_is_given_back_and_a_new_hour_begins_anew()
    {
        var patience = new Patience(each: 1, all: 2, TimeSpan.FromHours(1), time);
        Assert.True(patience.Take(From("192.0.2.7")));
        patience.GiveBack(From("192.0.2.7"));
        Assert.True(patience.Take(From("192.0.2.7")));
        Assert.False(patience.Take(From("192.0.2.7")));
        Assert.True(patience.Take(From("192.0.2.8")));
        Assert.False(patience.Take(From("192.0.2.9")));
        time.Advance(TimeSpan.FromHours(1));
        Assert.True(patience.Take(From("192.0.2.7")));
    }

    [Fact]
    public void A_household_with_many_addresses_of_the_sixth_kind_is_one()
    {
        var patience = new Patience(each: 1, all: 9, TimeSpan.FromHours(1), time);
        Assert.True(patience.Take(From("2001:db8::1")));
        Assert.False(patience.Take(From("2001:db8::ffff:2")));
        Assert.True(patience.Take(From("2001:db8:0:1::1")));
        Assert.True(patience.Take(From("::ffff:192.0.2.7")));
        Assert.False(patience.Take(From("192.0.2.7")));
    }

    [Fact]
    public void A_few_that_use_up_everybodys_share_do_not_shut_the_others_out()
    {
        var patience = new Patience(each: 10, all: 20, TimeSpan.FromHours(1), time, own: 2);
        foreach (var address in new[] { "192.0.2.7", "192.0.2.8" }) Assert.Equal(10, Enumerable.Range(0, 12).Count(_ => patience.Take(From(address))));
        Assert.Equal(2, Enumerable.Range(0, 12).Count(_ => patience.Take(From("192.0.2.9"))));
        Assert.True(patience.IsOut(From("192.0.2.7")));
        Assert.True(patience.IsOut(From("192.0.2.9")));
        Assert.False(patience.IsOut(From("192.0.2.10")));
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
