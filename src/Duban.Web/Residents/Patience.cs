using System.Net;
using System.Net.Sockets;

namespace Duban.Web.Residents;

/// <summary>How much of a thing an address, and the whole world, may do in a while; counted in real time, whatever the demo's clock says.</summary>
/// <param name="each">For each address, or for each /64 of IPv6.</param>
/// <param name="all">For everybody together.</param>
/// <param name="window">In so long.</param>
/// <param name="time">What the window is measured by.</param>
/// <param name="own">What every address may do however much the others have done, so that a few cannot shut everybody out.</param>
public sealed class Patience(int each, int all, TimeSpan window, TimeProvider time, int own = 0)
{
    private readonly Dictionary<string, int> addresses = [];
    private readonly Lock gate = new();
    private long since = time.GetTimestamp();
    private int everybody;

    /// <summary>True when this address, or everybody, has done enough for now.</summary>
    public bool IsOut(HttpContext http)
    {
        lock (gate)
        {
            Turn();
            return IsOut(addresses.GetValueOrDefault(Of(http)));
        }
    }

    /// <summary>
    /// Counts one and says whether it may be done. Counted before it is done: a hundred that arrive at once are a hundred.
    /// </summary>
    public bool Take(HttpContext http)
    {
        lock (gate)
        {
            Turn();
            var address = Of(http);
            if (IsOut(addresses.GetValueOrDefault(address))) return false;
            everybody++;
            addresses[address] = addresses.GetValueOrDefault(address) + 1;
            return true;
        }
    }

    /// <summary>Gives one back that turned out to be no harm.</summary>
    public void GiveBack(HttpContext http)
    {
        lock (gate)
        {
            if (addresses.TryGetValue(Of(http), out var count) && count > 0) (addresses[Of(http)], everybody) = (count - 1, everybody - 1);
        }
    }

    private bool IsOut(int done) => done >= each || (everybody >= all && done >= own);

    private void Turn()
    {
        if (time.GetElapsedTime(since) < window) return;
        addresses.Clear();
        (everybody, since) = (0, time.GetTimestamp());
    }

    /// <summary>The address that counts as one: of IPv6 the first half.</summary>
    internal static string Of(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes(), 0, 8),
        IPAddress four => four.ToString(),
    };
}
