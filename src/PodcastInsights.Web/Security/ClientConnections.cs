using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Limits the connections of each client and of all. Where there are too many, the connection that was idle longest is closed instead of
/// refusing the new one, so that active readers are served. Trusted proxies serve many clients, so only the total limit applies to them.
/// </summary>
internal sealed class ClientConnections(IOptions<RateLimitSettings> limits, IOptions<ProxySettings> proxies, TimeProvider clock)
{
    /// <summary>Largest number of connections of all clients.</summary>
    internal const int Most = 2000;

    private readonly int mostOfOne = limits.Value.ConnectionsPerClient == 0 ? Most : limits.Value.ConnectionsPerClient;
    private readonly IReadOnlyList<IPNetwork> trusted = proxies.Value.Networks;
    private readonly Lock changing = new();
    private readonly HashSet<Connection> all = [];
    private readonly Dictionary<string, HashSet<Connection>> byClient = [];

    public async Task RunAsync(ConnectionContext context, ConnectionDelegate next)
    {
        var connection = new Connection(context, ClientOf(context), clock);
        context.Features.Set(connection);
        Connection? tooMany;
        lock (changing)
        {
            tooMany = Add(connection);
        }

        tooMany?.End();
        try
        {
            await next(context);
        }
        finally
        {
            lock (changing)
            {
                Remove(connection);
            }
        }
    }

    /// <summary>Marks the connection as active: its client has sent or received something.</summary>
    public static void SignOn(HttpContext context) => context.Features.Get<Connection>()?.ShowsLife();

    public static Task SignOnAsync(HttpContext context, RequestDelegate next)
    {
        SignOn(context);
        return next(context);
    }

    /// <returns>The client; null for one without an own limit.</returns>
    private string? ClientOf(ConnectionContext context) =>
        context.RemoteEndPoint is IPEndPoint { Address: var address } && !trusted.Have(address)
            ? ClientName.Of(address)
            : null;

    private Connection? Add(Connection added)
    {
        all.Add(added);
        HashSet<Connection>? own = null;
        if (added.Client is { } client)
        {
            if (!byClient.TryGetValue(client, out own))
            {
                byClient[client] = own = [];
            }

            own.Add(added);
        }

        var crowd = own?.Count > mostOfOne ? own : all.Count > Most ? all : null;
        var quietest = crowd?.Where(connection => connection != added).MinBy(connection => connection.LastSign);
        if (quietest is not null)
        {
            Remove(quietest);
        }

        return quietest;
    }

    private void Remove(Connection removed)
    {
        if (all.Remove(removed) && removed.Client is { } client && byClient[client] is var own && own.Remove(removed) && own.Count == 0)
        {
            byClient.Remove(client);
        }
    }

    /// <summary>A connection with the time of its last activity.</summary>
    internal sealed class Connection(ConnectionContext context, string? client, TimeProvider clock)
    {
        private long lastSign = clock.GetTimestamp();

        public string? Client => client;

        /// <summary>Address of the peer, which may be a proxy.</summary>
        public IPAddress? Peer => (context.RemoteEndPoint as IPEndPoint)?.Address;

        public long LastSign => Volatile.Read(ref lastSign);

        public void ShowsLife() => Volatile.Write(ref lastSign, clock.GetTimestamp());

        public void End() => context.Abort(new ConnectionAbortedException("Its client has too many connections, and this one is the quietest."));
    }
}
