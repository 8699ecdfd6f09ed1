namespace Duban.Web.Shell.Parts;

/// <summary>The four lights and the two that are none, in the order lists show them.</summary>
public enum Lamp
{
    /// <summary>Late, exceeded, refused (square).</summary>
    Red,
    /// <summary>Due today or at any moment (diamond).</summary>
    Orange,
    /// <summary>Due soon, or behind the pace (triangle).</summary>
    Yellow,
    /// <summary>On course (circle).</summary>
    Green,
    /// <summary>Not running, or paused (dashed ring).</summary>
    None,
    /// <summary>Struck off (tick).</summary>
    Done,
}
