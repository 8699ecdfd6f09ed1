namespace Duban.Web.Shell.Parts;

/// <summary>How much a row weighs.</summary>
public enum TimelineWeight
{
    /// <summary>Something happened.</summary>
    Plain,
    /// <summary>A decision (filled dot).</summary>
    Decision,
    /// <summary>A warning (yellow square).</summary>
    Warning,
    /// <summary>A breach or a refusal (red square).</summary>
    Breach,
}

/// <summary>One thing that happened to a case.</summary>
/// <param name="At">When.</param>
/// <param name="Sentence">What, as a sentence.</param>
/// <param name="Weight">How much it weighs.</param>
public sealed record TimelineRow(DateTimeOffset At, string Sentence, TimelineWeight Weight = TimelineWeight.Plain)
{
    /// <summary>The post that did it, and details.</summary>
    public string? By { get; init; }

    /// <summary>Details, a line each.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What was written, in the writer's own words.</summary>
    public string? Quote { get; init; }
}
