using Duban.Domain;
using Duban.Domain.People;
using Duban.Web.Cases;

namespace Duban.Web.Residents;

/// <summary>Somebody without an account: nobody's name, the city's whole ground.</summary>
public static class Resident
{
    /// <summary>An act of a resident, now.</summary>
    public static Act Act(CaseDoor door, City city) => door.ActOf(new Actor(new PersonId("resident"), Role.Resident, new UnitPath(city.Code + "/"), UnitKind.City));

    /// <summary>A page of theirs as it is printed for typing: behind a proxy by the name it was asked under.</summary>
    public static Uri AddressOf(HttpContext http, Settings settings, string path) => new(settings.Secure ? new Uri($"https://{http.Request.Host}") : settings.Url, path);
}
