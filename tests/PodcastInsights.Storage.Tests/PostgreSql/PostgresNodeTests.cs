using System.Net;
using System.Net.Sockets;
using PodcastInsights.Core.Search.Sessions;
using PodcastInsights.Core.Stores;
using PodcastInsights.Storage.PostgreSql;

namespace PodcastInsights.Storage.Tests.PostgreSql;

public sealed class PostgresNodeTests
{
    private static readonly IndexState Committed = new(new StoreVersion(7, "stamp"), 1, 1, false);

    [Fact]
    public async Task A_server_that_says_nothing_is_lost()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        using var node = Listening(silent);
        node.Committed(Committed);

        await node.LookAsync(TimeSpan.Zero);

        Assert.Equal((false, Committed), (node.State.IsUp, node.State.Index));
    }

    [Fact]
    public async Task A_server_that_took_a_commit_while_it_was_asked_has_answered()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        using var node = Listening(silent);

        var look = node.LookAsync(TimeSpan.FromSeconds(0.2));
        node.Committed(Committed);
        await look;

        Assert.Equal((true, Committed), (node.State.IsUp, node.State.Index));
    }

    /// <summary>Takes connections, as the system does for a process that is frozen.</summary>
    private static PostgresNode Listening(TcpListener silent)
    {
        silent.Start();
        return new PostgresNode("silent", $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=nobody;SSL Mode=Disable");
    }
}
