using Duban.Web.Shell.Machines;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Routing;

namespace Duban.Web;

/// <summary>The doors of the house; a module hangs its addresses on the one whose rule they need.</summary>
/// <param name="Pages">Pages for people who have signed in; every form carries an anti-forgery token.</param>
/// <param name="Open">Pages for anybody: sign-in, residents, public notices; every form carries an anti-forgery token.</param>
/// <param name="Api">Machines and scripts under <c>/api</c>: a bearer token, or a signed-in browser with an anti-forgery header.</param>
public sealed record Doors(RouteGroupBuilder Pages, RouteGroupBuilder Open, RouteGroupBuilder Api)
{
    /// <summary>The three doors of one application.</summary>
    public static Doors Of(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        var pages = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute()).RequireAuthorization();
        ((IEndpointConventionBuilder)open).Finally(MachineDoor.AnswerHead);
        ((IEndpointConventionBuilder)pages).Finally(MachineDoor.AnswerHead);
        return new(pages, open, app.MapGroup("/api").RequireAuthorization().AsMachineDoors());
    }
}
