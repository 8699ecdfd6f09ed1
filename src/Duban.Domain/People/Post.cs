namespace Duban.Domain.People;

/// <summary>What a person is in a unit, from a day and perhaps to a day.</summary>
/// <param name="Id">The post, e.g. <c>hengdong-liaison.1</c>.</param>
/// <param name="Person">Who holds it.</param>
/// <param name="Unit">Where.</param>
/// <param name="Role">What it allows.</param>
/// <param name="Since">The first day, local.</param>
/// <param name="Until">The last day, local and inclusive; null while it lasts.</param>
public sealed record Post(string Id, PersonId Person, UnitId Unit, Role Role, DateOnly Since, DateOnly? Until)
{
    /// <summary>True when the post is held on that day.</summary>
    public bool HeldOn(DateOnly day) => Since <= day && (Until is null || day <= Until);
}
