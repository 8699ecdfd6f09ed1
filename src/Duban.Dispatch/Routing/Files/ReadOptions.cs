namespace Duban.Dispatch.Routing.Files;

/// <summary>How a benchmark file is to be understood where the file itself does not say.</summary>
public sealed record ReadOptions
{
    /// <summary>Truncate distances and times of Solomon files to one decimal, as the 12th DIMACS challenge did, and minimise distance.</summary>
    public bool Dimacs { get; init; }

    /// <summary>The objective; null = the custom of the file's class.</summary>
    public Objective? Objective { get; init; }

    /// <summary>The least part a group may be split into where the file is silent; 0 = groups stay whole.</summary>
    public int LeastPart { get; init; }
}
