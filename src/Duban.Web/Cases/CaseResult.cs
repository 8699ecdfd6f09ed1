using System.Globalization;
using System.Text.Json;
using Duban.Web.People;
using Duban.Web.Shell;
using Duban.Web.Shell.Machines;

namespace Duban.Web.Cases;

/// <summary>The answer to a machine: the new state, or problem details (RFC 9457) with the same reasons a page shows.</summary>
public sealed class CaseResult(CaseAnswer answer) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext http) => answer switch
    {
        CaseAnswer.Done done => State(http, done),
        CaseAnswer.Repeated repeated => Again(http, repeated.Answer),
        CaseAnswer.Refused refused => Refused(http, refused),
        CaseAnswer.Faster faster => Problems.Faster(faster.Case.Version).ExecuteAsync(http),
        CaseAnswer.KeyReused => Problems.KeyReused().ExecuteAsync(http),
        CaseAnswer.Unknown unknown => Problems.UnknownCase(unknown.Id).ExecuteAsync(http),
        _ => throw new InvalidOperationException($"{answer.GetType().Name} has no status"),
    };

    private static async Task Refused(HttpContext http, CaseAnswer.Refused refused)
    {
        var (today, words) = (http.RequestServices.GetRequiredService<CaseDoor>().ActOf(SignedIn.ActorOf(http)).Today, Words.Of(http));
        var holders = await http.RequestServices.GetRequiredService<HolderReader>().On(today, http.RequestAborted);
        await Problems.Refused(refused.Reasons, hand => holders.Name(hand, refused.Case, words)).ExecuteAsync(http);
    }

    private static Task Again(HttpContext http, ReadOnlyMemory<byte> kept)
    {
        http.Response.Headers[MachineHeaders.Replayed] = "true";
        using var json = JsonDocument.Parse(kept);
        if (json.RootElement.TryGetProperty("version", out var version)) http.Response.Headers.ETag = $"\"{version}\"";
        return Bytes(http, kept);
    }

    private static Task State(HttpContext http, CaseAnswer.Done done)
    {
        http.Response.Headers.ETag = $"\"{done.Case.Version.ToString(CultureInfo.InvariantCulture)}\"";
        return Bytes(http, JsonSerializer.SerializeToUtf8Bytes(CaseState.Of(done.Case, done.Events), CaseStateJson.Default.CaseState));
    }

    private static Task Bytes(HttpContext http, ReadOnlyMemory<byte> json)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = json.Length;
        return http.Response.Body.WriteAsync(json, http.RequestAborted).AsTask();
    }
}
