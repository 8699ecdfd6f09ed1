using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Duban.Web.Shell.Machines;

/// <summary>What every door under <c>/api</c> has in common, whatever lies behind it.</summary>
public static class MachineDoor
{
    private static readonly string[] ProblemJson = ["application/problem+json"];

    /// <summary>A group whose doors do a keyed request once, answer HEAD where they answer GET, and say which refusals they know.</summary>
    public static RouteGroupBuilder AsMachineDoors(this RouteGroupBuilder api)
    {
        IEndpointConventionBuilder doors = api;
        doors.Add(OnceFilter.Add);
        doors.Finally(Finish);
        return api;
    }

    /// <summary>Says what a door answers that needs a right and reads a form.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder door) => door.Produces<T>().ProducesProblem(403).ProducesProblem(422);

    /// <summary>A door that answers GET answers HEAD too: whoever watches a house asks so.</summary>
    public static void AnswerHead(EndpointBuilder door)
    {
        if (door.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
            door.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }

    /// <summary>True for a door that changes something.</summary>
    internal static bool Writes(IEnumerable<object> metadata) =>
        metadata.OfType<IHttpMethodMetadata>().LastOrDefault()?.HttpMethods.Any(m => !HttpMethods.IsGet(m) && !HttpMethods.IsHead(m)) == true;

    /// <summary>True for a door that wants somebody signed in.</summary>
    internal static bool WantsSignIn(IEnumerable<object> metadata) => metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any();

    private static void Finish(EndpointBuilder door)
    {
        var metadata = door.Metadata;
        AnswerHead(door);
        if (WantsSignIn(metadata)) Refuses(door, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
        if (Writes(metadata)) Refuses(door, StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        if (metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().Any()) Refuses(door, StatusCodes.Status415UnsupportedMediaType);
    }

    private static void Refuses(EndpointBuilder door, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
            if (!door.Metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IProducesResponseTypeMetadata>().Any(p => p.StatusCode == status))
                door.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ProblemJson));
    }
}
