using Dapper;
using Duban.Ledger;
using Microsoft.AspNetCore.Identity;

namespace Duban.Web.People;

/// <summary>Where Identity finds accounts: one table, plain SQL. Failures are counted by the database, so that guesses made at once all count.</summary>
public sealed class AccountStore(EventStore store, City city) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>
{
    private const string Select = """
        SELECT person_id AS Person, user_name AS UserName, normalised_name AS NormalisedName, password_hash AS PasswordHash,
               security_stamp AS SecurityStamp, must_change AS MustChange, access_failed_count AS AccessFailedCount, lockout_end AS LockoutEnd
        FROM account WHERE jurisdiction = @Code AND
        """;

    /// <inheritdoc />
    public Task<Account?> FindByIdAsync(string userId, CancellationToken ct) => Find(Select + " person_id = @userId", new { city.Code, userId }, ct);

    /// <inheritdoc />
    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken ct) =>
        Find(Select + " normalised_name = @normalizedUserName", new { city.Code, normalizedUserName }, ct);

    /// <inheritdoc />
    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken ct)
    {
        await Write("""
            INSERT INTO account (jurisdiction, person_id, user_name, normalised_name, password_hash, security_stamp, must_change)
            VALUES (@Code, @Person, @UserName, @NormalisedName, @PasswordHash, @SecurityStamp, @MustChange)
            """, user, ct);
        return IdentityResult.Success;
    }

    /// <inheritdoc />
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken ct)
    {
        await Write("""
            UPDATE account SET user_name = @UserName, normalised_name = @NormalisedName, password_hash = @PasswordHash,
                security_stamp = @SecurityStamp, must_change = @MustChange, lockout_end = @LockoutEnd
            WHERE jurisdiction = @Code AND person_id = @Person
            """, user, ct);
        return IdentityResult.Success;
    }

    /// <inheritdoc />
    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken ct)
    {
        await Write("DELETE FROM account WHERE jurisdiction = @Code AND person_id = @Person", user, ct);
        return IdentityResult.Success;
    }

    /// <inheritdoc />
    public async Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken ct) => user.AccessFailedCount =
        await store.Write((connection, transaction) => connection.QuerySingleAsync<int>("""
            UPDATE account SET access_failed_count = access_failed_count + 1
            WHERE jurisdiction = @Code AND person_id = @Person RETURNING access_failed_count
            """, new { city.Code, user.Person }, transaction), ct);

    /// <inheritdoc />
    public Task ResetAccessFailedCountAsync(Account user, CancellationToken ct)
    {
        user.AccessFailedCount = 0;
        return Write("UPDATE account SET access_failed_count = 0 WHERE jurisdiction = @Code AND person_id = @Person", user, ct);
    }

    /// <inheritdoc />
    public Task<string> GetUserIdAsync(Account user, CancellationToken ct) => Task.FromResult(user.Person);

    /// <inheritdoc />
    public Task<string?> GetUserNameAsync(Account user, CancellationToken ct) => Task.FromResult<string?>(user.UserName);

    /// <inheritdoc />
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken ct) => Set(() => user.UserName = userName!);

    /// <inheritdoc />
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken ct) => Task.FromResult<string?>(user.NormalisedName);

    /// <inheritdoc />
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken ct) => Set(() => user.NormalisedName = normalizedName!);

    /// <inheritdoc />
    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken ct) => Task.FromResult(user.PasswordHash);

    /// <inheritdoc />
    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken ct) => Set(() => user.PasswordHash = passwordHash);

    /// <inheritdoc />
    public Task<bool> HasPasswordAsync(Account user, CancellationToken ct) => Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc />
    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken ct) => Task.FromResult<string?>(user.SecurityStamp);

    /// <inheritdoc />
    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken ct) => Set(() => user.SecurityStamp = stamp);

    /// <inheritdoc />
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken ct) => Task.FromResult(user.LockoutEnd);

    /// <inheritdoc />
    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken ct) => Set(() => user.LockoutEnd = lockoutEnd);

    /// <inheritdoc />
    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken ct) => Task.FromResult(user.AccessFailedCount);

    /// <inheritdoc />
    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken ct) => Task.FromResult(true);

    /// <inheritdoc />
    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken ct) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() { }

    private async Task<Account?> Find(string sql, object key, CancellationToken ct)
    {
        await using var connection = await store.Connect(ct);
        return await connection.QuerySingleOrDefaultAsync<Account>(sql, key);
    }

    private Task<int> Write(string sql, Account account, CancellationToken ct) => store.Write((connection, transaction) => connection.ExecuteAsync(sql, new
    {
        city.Code,
        account.Person,
        account.UserName,
        account.NormalisedName,
        account.PasswordHash,
        account.SecurityStamp,
        account.MustChange,
        account.LockoutEnd,
    }, transaction), ct);

    private static Task Set(Action set)
    {
        set();
        return Task.CompletedTask;
    }
}
