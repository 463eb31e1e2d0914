using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PodcastInsights.Web.Tests.Security;

public sealed class ClientConnectionsTests
{
    [Fact]
    public async Task Beyond_the_limit_the_most_idle_connection_is_closed_and_the_new_one_served()
    {
        await using var app = new WebApp(new() { ["RateLimit:ConnectionsPerClient"] = "3" });
        await app.InitializeAsync();
        using var quiet = await Connection.OpenAsync(app);
        using var asking = await Connection.OpenAsync(app);
        using var third = await Connection.OpenAsync(app);
        Assert.StartsWith("HTTP/1.1 200 ", await quiet.AskAsync(), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await third.AskAsync(), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await asking.AskAsync(), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await third.AskAsync(), StringComparison.Ordinal);
        using var fourth = await Connection.OpenAsync(app);
        Assert.StartsWith("HTTP/1.1 200 ", await fourth.AskAsync(), StringComparison.Ordinal);
        Assert.Equal("", await quiet.RestAsync());
        Assert.StartsWith("HTTP/1.1 200 ", await asking.AskAsync(), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await third.AskAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_proxy_may_have_many_connections()
    {
        await using var app = new WebApp(new() { ["RateLimit:ConnectionsPerClient"] = "1", ["Proxy:Trusted"] = "127.0.0.1" });
        await app.InitializeAsync();
        var connections = new List<Connection>();
        for (var i = 0; i < 5; i++)
        {
            connections.Add(await Connection.OpenAsync(app));
        }

        foreach (var connection in connections)
        {
            Assert.StartsWith("HTTP/1.1 200 ", await connection.AskAsync(), StringComparison.Ordinal);
            connection.Dispose();
        }
    }

    [Theory]
    [InlineData("/episodes/mira-okafor")]
    [InlineData("/api/v1/episodes/mira-okafor")]
    [InlineData("/api/v1/episodes/mira-okafor/export/json")]
    [InlineData("/site.css")]
    public async Task A_client_that_does_not_read_blocks_no_one(string url)
    {
        await using var app = new WebApp();
        await app.InitializeAsync();
        using var unread = await Connection.OpenAsync(app);
        await unread.SendAsync(url);
        Assert.Equal(HttpStatusCode.OK, (await app.Client.GetAsync(url)).StatusCode);
    }

    private sealed class Connection(Socket socket) : IDisposable
    {
        public static async Task<Connection> OpenAsync(WebApp app)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 2048 };
            await socket.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
            return new Connection(socket);
        }

        public void Dispose() => socket.Dispose();

        public async Task SendAsync(string url) =>
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {url} HTTP/1.1\r\nHost: localhost\r\n\r\n"));

        /// <summary>The answer of the health check, which fits into one read.</summary>
        public async Task<string> AskAsync()
        {
            await SendAsync("/health/live");
            var buffer = new byte[2048];
            return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
        }

        /// <summary>Empty where the server has ended it.</summary>
        public async Task<string> RestAsync()
        {
            try
            {
                var buffer = new byte[2048];
                return Encoding.ASCII.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
            }
            catch (SocketException)
            {
                return "";
            }
        }
    }
}
