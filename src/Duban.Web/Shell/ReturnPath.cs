namespace Duban.Web.Shell;

/// <summary>Where to go afterwards, as the browser says it: only ever a path of this site.</summary>
public static class ReturnPath
{
    /// <summary>The path, or the desk when it leads elsewhere (<c>//evil</c>, <c>/\evil</c>, <c>https://evil</c>).</summary>
    public static string Of(string? back) =>
        back is ['/', ..] and { Length: <= 2000 } && back is not ['/', '/' or '\\', ..] && !back.Any(char.IsControl) ? back : "/";
}
