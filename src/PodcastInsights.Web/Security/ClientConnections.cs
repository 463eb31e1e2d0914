using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Security;

/// <summary>
/// Bounds the connections of one client and of all. The one too many is not refused: that connection ends which has shown no sign of life for
/// longest, as somebody who reads is served better than one who does not. The proxies that are trusted bring many clients each, so they are
/// bounded by what all may have.
/// </summary>
internal sealed class ClientConnections(IOptions<RateLimitSettings> limits, IOptions<ProxySettings> proxies, TimeProvider clock)
{
    /// <summary>Of all clients.</summary>
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

    /// <summary>Takes note that the client of the request has asked for something or taken something.</summary>
    public static void SignOn(HttpContext context) => context.Features.Get<Connection>()?.ShowsLife();

    public static Task SignOnAsync(HttpContext context, RequestDelegate next)
    {
        SignOn(context);
        return next(context);
    }

    /// <returns>Null for one that has no bound of its own.</returns>
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

    /// <summary>One connection, and when its client last asked for something or took something.</summary>
    internal sealed class Connection(ConnectionContext context, string? client, TimeProvider clock)
    {
        private long lastSign = clock.GetTimestamp();

        public string? Client => client;

        /// <summary>Who holds the connection, whomever a proxy asks for.</summary>
        public IPAddress? Peer => (context.RemoteEndPoint as IPEndPoint)?.Address;

        public long LastSign => Volatile.Read(ref lastSign);

        public void ShowsLife() => Volatile.Write(ref lastSign, clock.GetTimestamp());

        public void End() => context.Abort(new ConnectionAbortedException("Its client has too many connections, and this one is the quietest."));
    }
}
