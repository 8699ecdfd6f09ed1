using System.Globalization;

namespace Duban.Web.Shell.Machines;

/// <summary>The two headers by which a program acts safely: its own key for a request, and the version it has seen.</summary>
public static class MachineHeaders
{
    /// <summary>Names a request: sent again with the same key, it is answered again and not done again.</summary>
    public const string Key = "Idempotency-Key";

    /// <summary>Characters of a key: what is kept with the person's id in front of it.</summary>
    public const int LongestKey = 100;

    /// <summary>Stands in an answer that was given before.</summary>
    public const string Replayed = "Idempotency-Replayed";

    /// <summary>The request's key, or null.</summary>
    public static string? KeyOf(HttpContext http) => http.Request.Headers[Key].ToString() is { Length: > 0 } key ? key : null;

    /// <summary>The version the program has seen, as <c>If-Match: "7"</c> says it; null when it does not matter.</summary>
    public static long? SeenBy(HttpContext http) =>
        long.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>The mark of what the program has seen, as <c>If-Match: "…"</c> says it where versions are no numbers; null when it does not matter.</summary>
    public static string? MarkSeen(HttpContext http) => http.Request.Headers.IfMatch.ToString() is { Length: > 0 } mark and not "*" ? mark.Trim('"') : null;

    /// <summary>Tells the program the mark of what it gets, to be sent back as <c>If-Match</c>.</summary>
    public static void Mark(HttpContext http, string mark) => http.Response.Headers.ETag = $"\"{mark}\"";

    /// <summary>Marks a door whose acts go through the ledger: the key and the answer are written in the transaction of the facts.</summary>
    public static RouteHandlerBuilder KeyedByTheLedger(this RouteHandlerBuilder door) => door.WithMetadata(new LedgerKeepsKeys());

    /// <summary>Marks a door that acts only on the version the program has seen.</summary>
    public static RouteHandlerBuilder HonoursIfMatch(this RouteHandlerBuilder door) => door.WithMetadata(new IfMatchCounts());
}

/// <summary>The ledger keeps this door's keys.</summary>
internal sealed record LedgerKeepsKeys;

/// <summary>This door honours <c>If-Match</c>.</summary>
internal sealed record IfMatchCounts;
