using System.Net;
using System.Net.Sockets;

namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>
/// Connects only to permitted addresses. The check applies to the address that is connected to, so that a second DNS resolution cannot
/// bypass it.
/// </summary>
/// <param name="resolve">Resolves a host name.</param>
internal sealed class CheckedConnector(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool> isAllowed)
{
    /// <summary>Largest number of addresses tried for a name.</summary>
    private const int MostAddresses = 8;

    /// <exception cref="RefusedAddressException">None of the host's addresses is permitted.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        var allowed = addresses.Where(isAllowed).Take(MostAddresses).ToArray();
        if (allowed.Length == 0 && addresses.Length > 0)
        {
            throw new RefusedAddressException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Thrown for a host with addresses of this machine or its networks only.</summary>
internal sealed class RefusedAddressException(string host)
    : IOException($"{host} has an address of this machine or of a private network; --allow-private permits it");
