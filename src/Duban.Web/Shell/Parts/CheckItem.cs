namespace Duban.Web.Shell.Parts;

/// <summary>The three parts of a checklist, in the order they are shown.</summary>
public enum CheckPart
{
    /// <summary>还差: the unit itself has to fill it.</summary>
    Missing,
    /// <summary>未到: others do it, later.</summary>
    Waiting,
    /// <summary>已具备.</summary>
    Ready,
}

/// <summary>One thing that stands, or stood, between a case and its strike-off.</summary>
/// <param name="Part">Which part it belongs to.</param>
/// <param name="What">The gap with its numbers, e.g. 措施完成 2 / 4.</param>
/// <param name="Why">Details, e.g. which measures.</param>
public sealed record CheckItem(CheckPart Part, string What, string? Why = null)
{
    /// <summary>The act that fills it and its address.</summary>
    public (string Text, string Path)? Act { get; init; }

    /// <summary>Who does it, when it is not the reader.</summary>
    public string? By { get; init; }

    /// <summary>The rule it rests on.</summary>
    public string? Basis { get; init; }

    /// <summary>True when the text of that rule was not confirmed.</summary>
    public bool Unverified { get; init; }
}
