using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PodcastInsights.Web.Security;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Tests.Security;

public sealed class DetailsAccessTests
{
    private const string Local = "localhost:5000";
    private const string Public = "talks.example.org";

    [Theory]
    [InlineData("127.0.0.1", Local, "", "", "", true)]
    [InlineData("127.8.8.8", "127.0.0.1:5000", "", "", "", true)]
    [InlineData("::1", "[::1]:5000", "", "", "", true)]
    [InlineData("::ffff:127.0.0.1", Local, "", "", "", true)]
    [InlineData("192.0.2.7", Local, "", "", "", false)]
    [InlineData("192.0.2.7", Public, "192.0.2.0/24", "", "", true)]
    [InlineData("::ffff:192.0.2.7", Public, "192.0.2.7", "", "", true)]
    [InlineData("2001:db8::7", Public, "2001:db8::/32", "", "", true)]
    [InlineData("192.0.3.7", Public, "192.0.2.0/24", "", "", false)]

    // A name of its own that leads to this machine, as a page elsewhere can have one.
    [InlineData("127.0.0.1", Public, "", "", "", false)]

    // A proxy on the machine that nobody trusts makes everybody come from it.
    [InlineData("127.0.0.1", Local, "", "", "X-Forwarded-For: 192.0.2.7", false)]
    [InlineData("127.0.0.1", Local, "", "", "x-forwarded-proto: https", false)]
    [InlineData("127.0.0.1", Local, "", "", "Forwarded: for=192.0.2.7", false)]
    [InlineData("127.0.0.1", Local, "", "", "Via: 1.1 proxy", false)]
    [InlineData("127.0.0.1", Local, "", "", "X-Real-IP: 192.0.2.7", false)]
    [InlineData("127.0.0.1", Local, "127.0.0.0/8", "", "X-Forwarded-For: 192.0.2.7", false)]

    // One that is trusted says who asks; that it is this machine, it cannot be believed.
    [InlineData("127.0.0.1", Public, "192.0.2.0/24", "127.0.0.1", "X-Forwarded-For: 192.0.2.7", true)]
    [InlineData("127.0.0.1", Public, "192.0.2.0/24", "127.0.0.1", "X-Forwarded-For: 192.0.3.7", false)]
    [InlineData("127.0.0.1", Local, "", "127.0.0.1", "X-Forwarded-For: 127.0.0.2", false)]
    [InlineData("127.0.0.1", Local, "", "127.0.0.1", "X-Forwarded-For: nobody", false)]
    [InlineData("127.0.0.1", Local, "", "127.0.0.1", "X-Forwarded-Proto: https", false)]
    [InlineData("127.0.0.1", Local, "", "127.0.0.1", "", true)]

    // What a client wrote itself, before the proxy added its address.
    [InlineData("127.0.0.1", Public, "192.0.2.7", "127.0.0.1", "X-Forwarded-For: 192.0.2.7, 198.51.100.9", false)]
    [InlineData("198.51.100.9", Local, "192.0.2.7", "127.0.0.1", "X-Forwarded-For: 192.0.2.7", false)]

    // A proxy within the network that is named, which speaks for others: itself trusted or not.
    [InlineData("10.0.0.1", Public, "10.0.0.0/8", "", "X-Forwarded-For: 198.51.100.9", false)]
    [InlineData("10.0.0.1", Public, "10.0.0.0/8", "", "X-Original-For: 10.0.0.7", false)]
    [InlineData("10.0.0.1", Public, "10.0.0.0/8", "10.0.0.1", "", false)]
    [InlineData("10.0.0.1", Public, "10.0.0.0/8", "10.0.0.1", "X-Forwarded-For: 10.0.0.7", true)]
    public async Task Details_are_visible_to_the_machine_itself_and_to_listed_addresses(
        string peer, string host, string named, string trusted, string header, bool seen) =>
        Assert.Equal(seen, await SeesAsync(peer, host, named, trusted, header, "HTTP/1.1"));

    [Fact]
    public async Task A_proxy_that_says_nothing_and_speaks_HTTP_1_0_is_not_the_machine_itself() =>
        Assert.False(await SeesAsync("127.0.0.1", Local, "", "", "", "HTTP/1.0"));

    private static async Task<bool> SeesAsync(string peer, string host, string named, string trusted, string header, string protocol)
    {
        var proxies = new ProxySettings { Trusted = trusted };
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Options.Create(new StatusSettings { DetailsFor = named }))
            .AddSingleton(Options.Create(proxies));
        services.AddForwardedClients(proxies);
        await using var provider = services.BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = provider };
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        var connection = new DefaultConnectionContext { RemoteEndPoint = new IPEndPoint(IPAddress.Parse(peer), 40_000) };
        context.Features.Set(new ClientConnections.Connection(connection, client: null, TimeProvider.System));
        context.Request.Protocol = protocol;
        context.Request.Host = new HostString(host);
        if (header.Split(": ") is [var name, var value])
        {
            context.Request.Headers[name] = value;
        }

        var seen = false;
        var app = new ApplicationBuilder(provider);
        app.UseForwardedHeaders();
        app.Run(request =>
        {
            seen = DetailsAccess.Of(request).IsGranted;
            return Task.CompletedTask;
        });
        await app.Build()(context);
        return seen;
    }
}
