namespace Duban.Web.People;

/// <summary>The way in of one person, as ASP.NET Core Identity works on it; changed in place between reading and saving.</summary>
public sealed class Account
{
    /// <summary>The person it belongs to; its key.</summary>
    public required string Person { get; init; }

    /// <summary>The name typed at sign-in.</summary>
    public required string UserName { get; set; }

    /// <summary>The name as it is compared: upper case.</summary>
    public string NormalisedName { get; set; } = "";

    /// <summary>Identity's PBKDF2 hash, or null when no password has been set.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with the password; a cookie with another stamp is worth nothing.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>True after a one-time password: nothing else can be done before a new one is chosen.</summary>
    public bool MustChange { get; set; }

    /// <summary>Wrong passwords since the last right one or the last lock.</summary>
    public int AccessFailedCount { get; set; }

    /// <summary>Locked until then, or null.</summary>
    public DateTimeOffset? LockoutEnd { get; set; }
}
