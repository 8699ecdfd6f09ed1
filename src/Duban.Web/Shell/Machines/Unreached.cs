using Duban.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;

namespace Duban.Web.Shell.Machines;

/// <summary>
/// A request under <c>/api</c> that found no door: is there none at that address, is it not opened that way, or not with that content?
/// A stranger learns no more of a door that wants somebody signed in than the door itself would tell.
/// </summary>
internal sealed class Unreached(EndpointDataSource source)
{
    private readonly Lazy<IReadOnlyList<(TemplateMatcher Address, RouteEndpoint Door)>> doors = new(() =>
    [
        .. source.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText is { } path && path.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) && Methods(e).Any())
            .Select(e => (new TemplateMatcher(new RouteTemplate(e.RoutePattern), new()), e)),
    ]);

    public async Task<IResult> Answer(HttpContext http)
    {
        var here = doors.Value.Where(d => d.Address.TryMatch(http.Request.Path, new())).Select(d => d.Door).ToList();
        if (here.Count == 0) return Problems.Of(StatusCodes.Status404NotFound);
        var open = SignedIn.Of(http) is not null ? here : here.FindAll(d => !MachineDoor.WantsSignIn(d.Metadata));
        if (open.Count == 0)
        {
            await http.ChallengeAsync();
            return Results.Empty;
        }
        if (open.FindAll(d => Methods(d).Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase)) is { Count: > 0 } sameWay)
            return Problems.Of(
                StatusCodes.Status415UnsupportedMediaType, string.Join(", ", sameWay.SelectMany(d => d.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? []).Distinct()));
        http.Response.Headers.Allow = string.Join(", ", open.SelectMany(Methods).Distinct());
        return Problems.Of(StatusCodes.Status405MethodNotAllowed, http.Response.Headers.Allow.ToString());
    }

    private static IEnumerable<string> Methods(Endpoint door) => door.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
}
