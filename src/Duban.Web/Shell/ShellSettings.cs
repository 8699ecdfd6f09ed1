namespace Duban.Web.Shell;

/// <summary>What the frame needs from the rest of the product; each module sets its own part with <c>services.Configure</c>.</summary>
public sealed class ShellSettings
{
    /// <summary>The city in the brand, e.g. 衡阳市.</summary>
    public string City { get; set; } = "";

    /// <summary>True when the clock is the demo's; every page then says so.</summary>
    public bool Demo { get; set; }

    /// <summary>The zone of local dates and times.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>Who is signed in, or null; asked once a page.</summary>
    public Func<HttpContext, ValueTask<Viewer?>> Viewer { get; set; } = _ => new((Viewer?)null);

    /// <summary>Numbers beside menu entries by the entry's key, e.g. <c>to_sign</c> → 3; asked once a page of a signed-in reader.</summary>
    public Func<HttpContext, Viewer, ValueTask<IReadOnlyDictionary<string, int>>> Counts { get; set; } =
        (_, _) => new(System.Collections.Frozen.FrozenDictionary<string, int>.Empty);
}
