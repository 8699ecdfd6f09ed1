namespace Duban.Web.Shell.Forms;

/// <summary>One of the values a select, a group of ticks or of choices offers.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Text">What is read.</param>
/// <param name="Note">A word of explanation beside it.</param>
public sealed record Option(string Value, string Text, string? Note = null);

/// <summary>Options under one heading of a select.</summary>
/// <param name="Heading">The heading; empty for none.</param>
/// <param name="Options">What can be chosen.</param>
public sealed record OptionGroup(string Heading, IReadOnlyList<Option> Options);
