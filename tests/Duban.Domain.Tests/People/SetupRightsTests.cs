using Duban.Domain.People;

namespace Duban.Domain.Tests.People;

public sealed class SetupRightsTests
{
    private static readonly Dictionary<SetupAct, Role[]> Table = new()
    {
        [SetupAct.See] = [.. Enum.GetValues<Role>().Except([Role.Resident])],
        [SetupAct.KeepCampaign] = [Role.Clerk, Role.Head],
        [SetupAct.AddProcedure] = [Role.Head],
        [SetupAct.KeepCalendar] = [Role.Clerk, Role.Head],
        [SetupAct.ChangeDay] = [Role.Head],
        [SetupAct.SeePeople] = [Role.Clerk, Role.Head, Role.Administrator],
        [SetupAct.KeepPeople] = [Role.Administrator],
    };

    [Fact]
    public void Every_role_may_set_up_what_the_table_says_and_nothing_else()
    {
        Assert.Equal(Enum.GetValues<SetupAct>(), Table.Keys);
        foreach (var act in Enum.GetValues<SetupAct>())
            foreach (var role in Enum.GetValues<Role>())
            {
                var by = new Actor(new PersonId("someone"), role, new UnitPath("430400/"), UnitKind.City);
                Assert.True(Table[act].Contains(role) == SetupRights.Refusal(by, act) is null, $"{role} {act}");
            }
    }
}
