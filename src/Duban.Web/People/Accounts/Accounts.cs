using Duban.Web.Clock;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Duban.Web.People;

/// <summary>Identity's user manager on the application's clock, so that a lock ends when this clock says so.</summary>
public sealed class Accounts(
    IUserStore<Account> store, IOptions<IdentityOptions> options, IPasswordHasher<Account> hasher, IEnumerable<IUserValidator<Account>> userRules,
    IEnumerable<IPasswordValidator<Account>> passwordRules, ILookupNormalizer names, IdentityErrorDescriber errors, IServiceProvider services,
    ILogger<UserManager<Account>> log, RealTime time)
    : UserManager<Account>(store, options, hasher, userRules, passwordRules, names, errors, services, log)
{
    /// <inheritdoc />
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.LockoutEnd > time.Now);

    /// <inheritdoc />
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        var failures = (AccountStore)Store;
        if (await failures.IncrementAccessFailedCountAsync(user, CancellationToken) < Options.Lockout.MaxFailedAccessAttempts) return IdentityResult.Success;
        user.LockoutEnd = time.Now + Options.Lockout.DefaultLockoutTimeSpan;
        await failures.ResetAccessFailedCountAsync(user, CancellationToken);
        return await UpdateUserAsync(user);
    }
}
