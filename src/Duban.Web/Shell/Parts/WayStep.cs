namespace Duban.Web.Shell.Parts;

/// <summary>A page above the one shown.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Path">Its address; null when it is only named.</param>
public sealed record WayStep(string Text, string? Path = null);
