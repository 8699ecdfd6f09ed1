using System.Data.Common;
using Duban.Ledger;

namespace Duban.Web.Shell.Machines;

/// <summary>Gives an answer and keeps it for the next time; a refusal is not kept, so that it is judged again.</summary>
internal sealed partial class KeptResult(IResult result, OnceKeys keys, KeyClaim claim) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var now = result is ToldOnce told ? told.Later : result;
        var answer = await Taken(http, now);
        try
        {
            if (answer.Status is >= 200 and < 300) await keys.Keep(claim, answer);
            else await keys.Release(claim);
        }
        catch (Exception fault) when (fault is DbException or StorageException)
        {
            // What is done is done and is answered; the same request again is told that it broke off.
            NotKept(http.RequestServices.GetRequiredService<ILogger<KeptResult>>(), fault);
        }
        if (!ReferenceEquals(now, result)) await result.ExecuteAsync(http);
        else await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    // Whole, even when the asker has gone: the answer is for when they come back.
    private async Task<KeptAnswer> Taken(HttpContext http, IResult given)
    {
        var (body, aborted) = (http.Response.Body, http.RequestAborted);
        await using var taken = new MemoryStream();
        try
        {
            (http.Response.Body, http.RequestAborted) = (taken, CancellationToken.None);
            await given.ExecuteAsync(http);
            await http.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
        catch
        {
            await keys.Abandon(claim);
            throw;
        }
        finally
        {
            (http.Response.Body, http.RequestAborted) = (body, aborted);
        }
        return new(http.Response.StatusCode, http.Response.Headers.Location, taken.ToArray());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer could not be kept for its repetition")]
    private static partial void NotKept(ILogger log, Exception fault);
}

/// <summary>An answer with a secret that is told once: what is kept, and told the next time, is the answer without it.</summary>
/// <param name="now">With the secret.</param>
/// <param name="later">Without it, saying so.</param>
public sealed class ToldOnce(IResult now, IResult later) : IResult
{
    /// <summary>The answer without the secret.</summary>
    internal IResult Later { get; } = later;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext http) => now.ExecuteAsync(http);
}

/// <summary>An answer that was given before.</summary>
internal sealed class Replay(KeptAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.Headers[MachineHeaders.Replayed] = "true";
        if (answer.Location is not null) http.Response.Headers.Location = answer.Location;
        if (answer.Body.Length == 0) return;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }
}
