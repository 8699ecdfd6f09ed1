using System.Security.Cryptography;
using Duban.Domain;

namespace Duban.Web.People;

/// <summary>What a password must be: long, and not the name. Length protects; rules about signs only make people write them down.</summary>
public static class Password
{
    /// <summary>The fewest characters of a password.</summary>
    public const int Shortest = 10;

    /// <summary>Rounds of PBKDF2 with SHA-512, as OWASP advises.</summary>
    public const int Iterations = 210_000;

    /// <summary>Every reason why a password cannot be taken; empty when it can.</summary>
    public static IReadOnlyList<Reason> Judge(string password, string userName)
    {
        var reasons = new List<Reason>();
        if (password.Length < Shortest) reasons.Add(new("password.too_short", "password", Shortest));
        if (password.Length > SignIns.LongestPassword) reasons.Add(new("password.too_long", "password", SignIns.LongestPassword));
        if (userName.Length > 0 && password.Contains(userName, StringComparison.OrdinalIgnoreCase)) reasons.Add(new("password.holds_name", "password"));
        if (password.Length > 0 && password.Distinct().Count() < 5) reasons.Add(new("password.too_plain", "password"));
        return reasons;
    }

    /// <summary>A one-time password, e.g. <c>kx4m-7tqp-w2nd</c>: about 59 bits, without signs that look alike.</summary>
    public static string OneTime()
    {
        var signs = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 12);
        return $"{signs[..4]}-{signs[4..8]}-{signs[8..]}";
    }
}
