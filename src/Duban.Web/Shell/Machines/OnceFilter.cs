using Duban.Ledger;
using Duban.Web.People;

namespace Duban.Web.Shell.Machines;

/// <summary>
/// A request with an <c>Idempotency-Key</c> is done once: claimed before it acts, marked in the transaction of its first writing,
/// answered again from what was kept. Doors whose acts go through the ledger keep their keys there instead.
/// </summary>
internal static class OnceFilter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>Puts the filter before every door that writes and does not keep its keys in the ledger.</summary>
    public static void Add(EndpointBuilder door)
    {
        if (MachineDoor.Writes(door.Metadata))
            door.FilterFactories.Add((_, next) => door.Metadata.OfType<LedgerKeepsKeys>().Any() ? next : asked => Answer(asked, next));
    }

    private static async ValueTask<object?> Answer(EndpointFilterInvocationContext asked, EndpointFilterDelegate next)
    {
        var http = asked.HttpContext;
        if (MachineHeaders.KeyOf(http) is not { } key || SignedIn.Of(http) is not { } me) return await next(asked);
        var keys = http.RequestServices.GetRequiredService<OnceKeys>();
        var city = http.RequestServices.GetRequiredService<City>();
        var print = await RequestPrint.Of(http.Request, http.RequestAborted);
        return await Claimed(keys, city.Code, $"{me.Standing.Person}/{key}", print, http.RequestAborted) switch
        {
            Claiming.Yours(var claim) => await Act(asked, next, keys, claim),
            Claiming.Answered(var answer) => new Replay(answer),
            Claiming.Reused => Problems.KeyReused(),
            Claiming.BrokenOff => Problems.BrokenOff(),
            _ => Problems.UnderWay(),
        };
    }

    // Of two at once the second waits for the first one's answer, as far as its patience goes.
    private static async Task<Claiming> Claimed(OnceKeys keys, string city, string key, byte[] print, CancellationToken ct)
    {
        for (var waited = TimeSpan.Zero; ; waited += Beat)
        {
            var claiming = await keys.Claim(city, key, print, ct);
            if (claiming is not Claiming.UnderWay || waited >= Patience) return claiming;
            await Task.Delay(Beat, ct);
        }
    }

    private static async Task<object?> Act(EndpointFilterInvocationContext asked, EndpointFilterDelegate next, OnceKeys keys, KeyClaim claim)
    {
        try
        {
            KeyClaim.Current = claim;
            var result = await next(asked);
            return new KeptResult(result as IResult ?? Results.Ok(result), keys, claim);
        }
        catch (ClaimLostException)
        {
            return Problems.UnderWay();
        }
        catch
        {
            await keys.Abandon(claim);
            throw;
        }
        finally
        {
            KeyClaim.Current = null;
        }
    }
}
