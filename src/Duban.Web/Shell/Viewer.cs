using Duban.Domain.People;

namespace Duban.Web.Shell;

/// <summary>Who is signed in, as the frame shows it: a post, never a name.</summary>
/// <param name="Post">The post, e.g. 经办员.</param>
/// <param name="Unit">The unit's name, e.g. 市督查室.</param>
/// <param name="Role">What the post may do; the menu follows from it.</param>
public sealed record Viewer(string Post, string Unit, Role Role);
