using Duban.Domain.People;
using Duban.Web.People;

namespace Duban.Web.Cases.Lists;

/// <summary>The addresses of the desk and of the lists.</summary>
public static class ListPages
{
    /// <summary>Maps them.</summary>
    public static void MapListPages(this Doors doors)
    {
        doors.Pages.MapGet("/", (HttpContext http, DeskReader desk) => desk.Show(http));
        doors.Pages.MapGet("/cases", (HttpContext http, CaseLists lists) => lists.All(http));
        foreach (var list in WaitingFor.All)
            doors.Pages.MapGet(list.Path, (HttpContext http, CaseLists lists) => lists.Waiting(http, list)).RequireAuthorization(policy => policy.RequireAssertion(context =>
                context.User.Identity is SignedIn me && list.Roles.Contains(me.InPost.Role)));
    }
}
