namespace Duban.Web.Shell.Parts;

/// <summary>Where a step stands to the case.</summary>
public enum LoopPlace
{
    /// <summary>Done.</summary>
    Past,
    /// <summary>The case is in it.</summary>
    Now,
    /// <summary>To come.</summary>
    Next,
}

/// <summary>A step on the tape.</summary>
/// <param name="Name">Its name, e.g. 方案审定.</param>
/// <param name="Note">A date or what it waits for.</param>
/// <param name="Place">Where it stands.</param>
public sealed record LoopStep(string Name, string? Note, LoopPlace Place);
