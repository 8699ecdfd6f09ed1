using Duban.Domain.People;

namespace Duban.Web.People;

/// <summary>Accounts that the sign-in page shows to whoever tries the product; empty everywhere but in a demo.</summary>
public sealed class TrialAccounts
{
    /// <summary>The people to show, from the units that are there.</summary>
    public Func<UnitTree, IReadOnlyList<NewPerson>> Shown { get; set; } = _ => [];

    /// <summary>The password of them all.</summary>
    public string Password { get; set; } = "";
}
