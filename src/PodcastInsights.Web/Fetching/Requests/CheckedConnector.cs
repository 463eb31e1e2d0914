using System.Net;
using System.Net.Sockets;

namespace PodcastInsights.Web.Fetching.Requests;

/// <summary>
/// Connects to hosts whose addresses may be asked. What is checked is the address that is then connected to: a name that leads elsewhere
/// when it is resolved a second time gains nothing.
/// </summary>
/// <param name="resolve">The addresses of a host's name.</param>
internal sealed class CheckedConnector(Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool> isAllowed)
{
    /// <summary>Addresses of one name that are tried.</summary>
    private const int MostAddresses = 8;

    /// <exception cref="RefusedAddressException">None of the host's addresses may be asked.</exception>
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

/// <summary>A host whose addresses are those of this machine or its networks.</summary>
internal sealed class RefusedAddressException(string host)
    : IOException($"{host} has an address of this machine or of a private network; --allow-private permits it");
