using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Cases;

namespace Duban.Web.Residents;

/// <summary>Somebody without an account: nobody's name, the city's whole ground.</summary>
public static class Resident
{
    /// <summary>An act of a resident, now.</summary>
    public static Act Act(CaseDoor door, City city) => door.ActOf(new Actor(new PersonId("resident"), Role.Resident, new UnitPath(city.Code + "/"), UnitKind.City));
}
