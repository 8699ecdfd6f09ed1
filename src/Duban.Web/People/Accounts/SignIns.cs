using System.Security.Cryptography;
using Duban.Domain;
using Duban.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Duban.Web.People;

/// <summary>Signing in and out. A wrong name, a wrong password, a lock and a dismissal look alike and take alike long.</summary>
public sealed partial class SignIns(SignInManager<Account> identity, Accounts accounts, KnownBrowsers browsers, Entrance entrance, Standings standings, ILogger<SignIns> log)
{
    /// <summary>Longer ones are wrong without being looked at: hashing them would only keep the processor busy.</summary>
    public const int LongestPassword = 200;

    // Guesses at one name queue up, so that a hundred at once are counted one by one; the whole also bounds the hashing done at a time.
    private static readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 16).Select(_ => new SemaphoreSlim(1))];

    // Made by the hasher that makes the real ones: with another number of rounds the time taken would tell a name that exists from one that does not.
    private static string? decoy;

    private static Account Nobody => new() { Person = "nobody", UserName = "nobody" };

    /// <summary>True when the browser is now signed in; false says nothing about why.</summary>
    public async Task<bool> Enter(HttpContext http, string name, string password)
    {
        var gate = gates[(uint)string.GetHashCode(accounts.NormalizeName(name), StringComparison.Ordinal) % (uint)gates.Length];
        await gate.WaitAsync(http.RequestAborted);
        try
        {
            var account = password.Length is > 0 and <= LongestPassword ? await accounts.FindByNameAsync(name) : null;
            var locked = account?.PasswordHash is not null && await accounts.IsLockedOutAsync(account);
            if (locked && browsers.MayTry(http, account!)) return await EnterThoughLocked(http, account!, password);
            if (account?.PasswordHash is null || locked)
            {
                accounts.PasswordHasher.VerifyHashedPassword(Nobody, Decoy(), password.Length <= LongestPassword ? password : "");
                LogRefused(account?.Person ?? "nobody", account is null ? "no account" : "locked");
                return false;
            }
            var result = await identity.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
            if (!result.Succeeded)
            {
                LogRefused(account.Person, result.IsLockedOut ? "locked by this attempt" : "wrong password");
                return false;
            }
            return await EnterRemembered(http, account);
        }
        finally
        {
            gate.Release();
        }
    }

    // The lock stands against strangers; here the right password still opens.
    private async Task<bool> EnterThoughLocked(HttpContext http, Account account, string password)
    {
        if (await accounts.CheckPasswordAsync(account, password)) return await EnterRemembered(http, account);
        LogRefused(account.Person, "wrong password from a known browser");
        return false;
    }

    private async Task<bool> EnterRemembered(HttpContext http, Account account)
    {
        if (!await Enter(http, new PersonId(account.Person), null)) return false;
        browsers.Remember(http, account);
        return true;
    }

    /// <summary>Writes the cookie for a person in a post (null for the first they hold); false when they may not be in, or not in that post.</summary>
    public async Task<bool> Enter(HttpContext http, PersonId person, string? post)
    {
        standings.Forget(person);
        if (await entrance.Admit(person, post, CookieAuthenticationDefaults.AuthenticationScheme, ct: http.RequestAborted) is not { } signedIn)
        {
            LogRefused(person.Value, "disabled, or holds no post");
            return false;
        }
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(signedIn));
        return true;
    }

    /// <summary>Gives the person a new password, puts every other browser out, and this one in again; the reasons when it cannot be.</summary>
    public async Task<IReadOnlyList<Reason>> ChangePassword(HttpContext http, SignedIn me, string current, string wanted)
    {
        var account = await accounts.FindByIdAsync(me.Standing.Person.Value) ?? throw new InvalidOperationException("signed in without an account");
        var reasons = new List<Reason>(Password.Judge(wanted, account.UserName));
        if (current == wanted && wanted.Length > 0) reasons.Add(new("password.same", "password"));
        // A stolen browser must not try passwords here without being counted.
        if (current.Length > LongestPassword || !(await identity.CheckPasswordSignInAsync(account, current, lockoutOnFailure: true)).Succeeded)
            reasons.Add(new("password.wrong", "current"));
        if (reasons.Count > 0) return reasons;
        account.MustChange = false;
        var result = await accounts.ChangePasswordAsync(account, current, wanted);
        if (!result.Succeeded) return [new("password.wrong", "current")];
        await Enter(http, me.Standing.Person, me.Post.Id);
        return [];
    }

    /// <summary>Takes the cookie away.</summary>
    public static Task Leave(HttpContext http) => http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    private string Decoy() => decoy ??= accounts.PasswordHasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in of {Person} refused: {Why}")]
    private partial void LogRefused(string person, string why);
}
