using Duban.Domain.People;

namespace Duban.Web.Shell;

/// <summary>A place in the menu, before it is known who looks.</summary>
/// <param name="Group">Key of the group's heading, e.g. <c>nav.daily</c>.</param>
/// <param name="Key">Key of the entry; its text is <c>nav.{Key}</c>, its count comes by this key.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Tab">Place in the phone's bar, 1–4; 0 when only under 更多.</param>
/// <param name="Roles">The roles that see it.</param>
internal sealed record MenuEntry(string Group, string Key, string Path, int Tab, params Role[] Roles);

/// <summary>An entry as the reader sees it.</summary>
/// <param name="Key">Key of the entry.</param>
/// <param name="Text">Its words.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Count">The number beside it, or null.</param>
/// <param name="Current">True when the page shown lies under it.</param>
/// <param name="Tab">Place in the phone's bar, 0 for none.</param>
public sealed record MenuLink(string Key, string Text, string Path, int? Count, bool Current, int Tab);

/// <summary>Entries under one heading.</summary>
public sealed record MenuGroup(string Title, IReadOnlyList<MenuLink> Links);
