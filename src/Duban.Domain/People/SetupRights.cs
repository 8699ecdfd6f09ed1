namespace Duban.Domain.People;

/// <summary>Everything somebody can do to what cases are walked by.</summary>
public enum SetupAct
{
    /// <summary>Look at campaigns, procedures and the calendar.</summary>
    See,
    /// <summary>Open a campaign or change it.</summary>
    KeepCampaign,
    /// <summary>Add a version of a procedure.</summary>
    AddProcedure,
    /// <summary>Put a year of the calendar in force.</summary>
    KeepCalendar,
    /// <summary>Decide that one day is worked or off, otherwise than announced.</summary>
    ChangeDay,
    /// <summary>Look at the register of people and at the record of its changes.</summary>
    SeePeople,
    /// <summary>Enter people, give and end posts, set passwords, make tokens, load units.</summary>
    KeepPeople,
}

/// <summary>Who may set up what, in this one place; every change keeps who and when.</summary>
public static class SetupRights
{
    /// <summary>Null when the actor's post allows the act; otherwise the reason.</summary>
    public static Reason? Refusal(Actor by, SetupAct act) => Roles(act).Contains(by.Role) ? null : new Reason("rights.setup", null, by.Role, act) { Basis = "basis.rights" };

    /// <summary>The roles that may.</summary>
    public static IReadOnlyList<Role> Roles(SetupAct act) => act switch
    {
        // By what steps and working days a case is measured is no secret from whoever it is measured by.
        SetupAct.See => [Role.Reader, Role.Liaison, Role.UnitLeader, Role.Verifier, Role.Acceptor, Role.Clerk, Role.Head, Role.Administrator],
        // How cases are walked is the head's decision: whoever runs them every day does not set their rules alone.
        SetupAct.AddProcedure => [Role.Head],
        // A year repeats what the State Council announced; a single day is the city's own decision and moves every deadline.
        SetupAct.ChangeDay => [Role.Head],
        // Whoever decides on cases sees who was made able to sign them; whoever makes them able signs none.
        SetupAct.SeePeople => [Role.Clerk, Role.Head, Role.Administrator],
        SetupAct.KeepPeople => [Role.Administrator],
        _ => [Role.Clerk, Role.Head],
    };
}
