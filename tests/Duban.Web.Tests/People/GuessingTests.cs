using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using Duban.Web.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Duban.Web.Tests.People;

/// <summary>What a stranger at the door can learn or take.</summary>
public sealed class GuessingTests
{
    [Fact]
    public async Task A_name_that_nobody_bears_costs_the_same_rounds_as_one_that_somebody_does()
    {
        var watched = new WatchedHasher();
        await using var town = await Town.Start(adjust: builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(watched));
        foreach (var (name, password) in new[] { ("reader", "wrong password"), ("nobody-at-all", "wrong password"), ("nobody-at-all", new string('x', 500)), ("reader", "") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await town.Open().SignIn(name, password)).Status);
        Assert.Equal(4, watched.Rounds.Count);
        Assert.Single(watched.Rounds.Distinct());
    }

    [Theory, InlineData("203.0.113.0/24", "__Host-duban-token"), InlineData(null, "duban-token")]
    public async Task Behind_a_proxy_the_forms_cookie_is_bound_to_this_host(string? proxy, string name)
    {
        await using var town = await Town.Start(proxies: proxy is null ? [] : [IPNetwork.Parse(proxy)]);
        using var client = new HttpClient(town.App.GetTestServer().CreateHandler()) { BaseAddress = new("https://duban.example") };
        using var answer = await client.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.Contains("duban-token", StringComparison.Ordinal));
        Assert.StartsWith($"{name}=", cookie, StringComparison.Ordinal);
        foreach (var flag in new[] { "secure", "httponly", "samesite=strict", "path=/" }) Assert.Contains(flag, cookie, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class WatchedHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> inner = new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));

        public ConcurrentBag<uint> Rounds { get; } = [];

        public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            // The third format of Identity: one byte of version, four of the function, then the rounds.
            Rounds.Add(BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hashedPassword).AsSpan(5, 4)));
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
