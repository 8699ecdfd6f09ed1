using Duban.Domain.Cases;
using Duban.Web.Cases.Acts;
using Duban.Web.People;
using Duban.Web.Shell.Forms;

namespace Duban.Web.Cases;

/// <summary>Every machine door of the loop.</summary>
public static class CasesApi
{
    /// <summary>Maps the addresses below <c>/api</c>.</summary>
    public static void MapCasesApi(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        foreach (var door in ActDoor.All) door.Open(new Mapping(cases));
    }

    private sealed class Mapping(RouteGroupBuilder cases) : IActDoorVisitor
    {
        public void Visit<TForm>(ActDoor<TForm> door) where TForm : class, IActForm => cases
            .MapPost($"/{{id}}/{door.Name}", async Task<IResult> (HttpContext http, CaseId id, CaseDoor at) =>
            {
                var read = await FormText.Read<TForm>(http.Request);
                var once = http.Request.Headers["Idempotency-Key"].ToString();
                var answer = await at.Put(SignedIn.ActorOf(http), id, read, SeenBy(http), once.Length == 0 ? null : once);
                return new CaseResult(answer);
            })
            .WithName($"case-{door.Name}")
            .Accepts<TForm>("application/json")
            .Produces<CaseState>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        // If-Match: "7" says which version the machine has seen.
        private static long? SeenBy(HttpContext http) =>
            long.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;
    }
}
