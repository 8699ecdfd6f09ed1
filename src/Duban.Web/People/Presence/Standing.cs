using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>What holds of a person at this moment, as far as signing in goes.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">As the register writes it.</param>
/// <param name="Disabled">True when the person may no longer come in.</param>
/// <param name="Stamp">The account's security stamp; null without an account.</param>
/// <param name="MustChange">True while the password is a one-time one.</param>
/// <param name="Posts">All posts, ended ones too, oldest first.</param>
public sealed record Standing(PersonId Person, string Name, bool Disabled, string? Stamp, bool MustChange, IReadOnlyList<Post> Posts)
{
    /// <summary>The posts held on a day.</summary>
    public IEnumerable<Post> HeldOn(DateOnly day) => Posts.Where(p => p.HeldOn(day));
}
