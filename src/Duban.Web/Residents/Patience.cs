using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Duban.Web.Residents;

/// <summary>How much of a thing an address, and the whole world, may do in a while; counted in real time, whatever the demo's clock says.</summary>
/// <param name="each">For each address, or for each /64 of IPv6.</param>
/// <param name="all">For everybody together.</param>
/// <param name="window">In so long.</param>
public sealed class Patience(int each, int all, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = each, Window = window }));

    private readonly FixedWindowRateLimiter everybody = new(new() { PermitLimit = all, Window = window });

    /// <summary>True when this address, or everybody, has done enough for now.</summary>
    public bool IsOut(HttpContext http) => !addresses.AttemptAcquire(Of(http), 0).IsAcquired || !everybody.AttemptAcquire(0).IsAcquired;

    /// <summary>Counts one.</summary>
    public void Count(HttpContext http)
    {
        addresses.AttemptAcquire(Of(http)).Dispose();
        everybody.AttemptAcquire().Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        addresses.Dispose();
        everybody.Dispose();
    }

    private static string Of(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes(), 0, 8),
        IPAddress four => four.ToString(),
    };
}
