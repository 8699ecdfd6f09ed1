namespace Duban.Web.Shell.Forms;

/// <summary>One of the values a select, a group of ticks or of choices offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Note">A word of explanation beside it.</param>
public sealed record Option(string Value, string Text, string? Note = null);
