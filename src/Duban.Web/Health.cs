using Duban.Ledger;

namespace Duban.Web;

/// <summary>What a supervisor of processes asks: is it alive, can it serve.</summary>
public static class Health
{
    /// <summary><c>/health/live</c> answers while the process runs; <c>/health/ready</c> while the database answers within two seconds.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("");
        ((IEndpointConventionBuilder)health).Finally(Shell.Machines.MachineDoor.AnswerHead);
        health.MapGet("/health/live", () => Results.Text("alive")).DisableRequestTimeout();
        health.MapGet("/health/ready", async Task<IResult> (EventStore store, ILogger<EventStore> log, CancellationToken ct) =>
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(TimeSpan.FromSeconds(2));
            try
            {
                await using var connection = await store.Connect(patience.Token);
                await using var command = connection.CreateCommand();
                command.CommandText = "SELECT 1";
                await command.ExecuteScalarAsync(patience.Token);
                return Results.Text("ready");
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                log.LogWarning(fault, "The database does not answer");
                return Results.Text("the database does not answer", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
