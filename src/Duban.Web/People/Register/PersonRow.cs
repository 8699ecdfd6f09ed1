using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>A post as the list of people shows it, one line for each; a person without a post has one line with none.</summary>
public sealed record PersonRow(
    string Person, string Name, string? UserName, DateTimeOffset? DisabledAt, DateTimeOffset? LockoutEnd,
    string? PostId, string? Unit, Role? Role, DateOnly? Since, DateOnly? Until);
