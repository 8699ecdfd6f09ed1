using System.Security.Cryptography;
using Duban.Web.Clock;
using Microsoft.AspNetCore.DataProtection;

namespace Duban.Web.People;

/// <summary>
/// Browsers from which somebody has signed in before. Guesses of strangers lock a name for everybody else, never for the browser its owner works with;
/// that browser has tries of its own (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
/// </summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection, Settings settings, RealTime time)
{
    /// <summary>Wrong passwords a known browser may try at a locked name within <see cref="Window"/>.</summary>
    public const int Tries = 5;

    /// <summary>In so long.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // A shared computer of an office serves a handful of people; more would only make every request heavier.
    private const int MostPeople = 8;

    private static readonly TimeSpan remembered = TimeSpan.FromDays(180);

    private readonly IDataProtector protector = protection.CreateProtector("duban.known-browser.v1");
    private readonly Dictionary<(string Browser, string Person), (int Failed, DateTimeOffset Since)> failed = [];
    private readonly Lock gate = new();

    private string Name => settings.Cookie("duban-known");

    /// <summary>Remembers that a person has signed in here, with the password they have now.</summary>
    public void Remember(HttpContext http, Account account)
    {
        var browser = Read(http) ?? new Browser(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), []);
        string[] people = [MarkOf(account), .. browser.People.Where(p => !p.StartsWith(account.Person + " ", StringComparison.Ordinal)).Take(MostPeople - 1)];
        lock (gate) failed.Remove((browser.Id, account.Person));
        http.Response.Cookies.Append(Name, protector.Protect(string.Join('\n', [browser.Id, .. people])), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = settings.Secure || http.Request.IsHttps,
            Path = "/",
            MaxAge = remembered,
        });
    }

    /// <summary>True when this person has signed in here since their password was last changed and still has a try; the try is counted.</summary>
    public bool MayTry(HttpContext http, Account account)
    {
        if (Read(http) is not { } browser || !browser.People.Contains(MarkOf(account))) return false;
        var now = time.Clock.GetUtcNow();
        lock (gate)
        {
            foreach (var (key, _) in failed.Where(f => now - f.Value.Since >= Window).ToArray()) failed.Remove(key);
            var (count, since) = failed.GetValueOrDefault((browser.Id, account.Person), (0, now));
            if (count >= Tries) return false;
            failed[(browser.Id, account.Person)] = (count + 1, since);
            return true;
        }
    }

    // The stamp changes with the password, so that a browser that was stolen is a stranger from then on.
    private static string MarkOf(Account account) => $"{account.Person} {account.SecurityStamp}";

    private Browser? Read(HttpContext http)
    {
        if (http.Request.Cookies[Name] is not { Length: > 0 } cookie) return null;
        try
        {
            return protector.Unprotect(cookie).Split('\n') is [var id, .. var people] ? new(id, people) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Browser(string Id, string[] People);
}
