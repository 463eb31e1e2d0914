using System.Net;
using System.Net.Sockets;
using System.Text;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Tests.Security;

public sealed class OddRequestTests(WebApp app)
{
    [Theory]
    [InlineData("talks.example", "talks.example")]
    [InlineData("TALKS.example:81", "talks.example:81")]
    [InlineData("127.0.0.1:5000", "127.0.0.1:5000")]
    [InlineData("[::1]", "[::1]")]
    [InlineData("[::1]:5000", "[::1]:5000")]
    [InlineData("xn--mnchen-3ya.example", "münchen.example")]
    [InlineData("my_talks", "my_talks")] // as containers are named
    [InlineData("", "")]
    [InlineData("xn--", null)]
    [InlineData("a.xn--.b", null)]
    [InlineData("xn--99zzzzzzzzzz", null)]
    [InlineData(":80", null)]
    [InlineData("a:", null)]
    [InlineData("a:0", null)]
    [InlineData("a:65536", null)]
    [InlineData("a:99999999999", null)]
    [InlineData("a:b", null)]
    [InlineData("a..b", null)]
    [InlineData("[::1", null)]
    [InlineData("::1", null)]
    [InlineData("a/b", null)]
    [InlineData("a b", null)]
    [InlineData("\"", null)]
    [InlineData("a@b", null)]
    public void A_host_is_one_that_can_be_written_into_an_address(string sent, string? read)
    {
        Assert.Equal(read is not null, OddRequests.TryReadHost(sent, out var host));
        Assert.Equal(read ?? "", host.Value ?? "");
    }

    [Theory]
    [InlineData("/health/live", "xn--")]
    [InlineData("/", "xn--")]
    [InlineData("/zh/", "a..b")]
    [InlineData("/api/v1/episodes", "xn--")]
    [InlineData("/site.css", "xn--")]
    [InlineData("/a%2500b", "localhost")]
    [InlineData("/%25252500", "localhost")]
    [InlineData("/episodes/a%250db", "localhost")]
    [InlineData("/zh/episodes/mira-okafor/turns/1-a%2500b", "localhost")]
    [InlineData("/cards/a%2500b/1-abcdef.png", "localhost")]
    [InlineData("/api/v1/episodes/a%2500b", "localhost")]
    [InlineData("/%2525252525252525252525252525", "localhost")]
    public async Task Odd_names_and_paths_are_refused_with_the_usual_headers(string path, string host)
    {
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.Contains("Content-Security-Policy: default-src 'none'", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/episodes", "HTTP/1.0\r\n")]
    [InlineData("/episodes", "HTTP/1.1\r\nHost:\r\n")]
    [InlineData("/feeds/episodes.atom", "HTTP/1.0\r\n")]
    [InlineData("/sitemap.xml", "HTTP/1.0\r\n")]
    [InlineData("/llms.txt", "HTTP/1.0\r\n")]
    [InlineData("/episodes.md", "HTTP/1.0\r\n")]
    public async Task No_address_has_an_empty_host(string path, string versionAndHost)
    {
        var answer = await RawAsync($"GET {path} {versionAndHost}Connection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 200 ", answer);
        Assert.DoesNotContain(":///", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript", HttpStatusCode.BadRequest)]
    [InlineData("https://evil.example/", HttpStatusCode.OK)] // no scheme at all: as if nothing had been said
    [InlineData("ftp", HttpStatusCode.BadRequest)]
    [InlineData("javascript, ftp", HttpStatusCode.BadRequest)]
    [InlineData("HTTPS", HttpStatusCode.OK)]
    [InlineData("http", HttpStatusCode.OK)]
    public async Task A_proxy_names_http_or_https(string scheme, HttpStatusCode status)
    {
        await using var site = new WebApp(new() { ["Proxy:Trusted"] = "127.0.0.1, ::1" });
        await site.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/episodes") { Headers = { { "X-Forwarded-Proto", scheme } } };
        using var answer = await site.Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("javascript:", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("[::1")]
    [InlineData(",,,")]
    [InlineData("1.2.3.4:99999999")]
    [InlineData("\"_hidden\"")]
    public async Task What_a_proxy_says_of_the_client_makes_no_failure(string forwarded)
    {
        await using var site = new WebApp(new() { ["Proxy:Trusted"] = "127.0.0.1, ::1", ["RateLimit:PermitsPerMinute"] = "100" });
        await site.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.SendAsync(request)).StatusCode);
    }

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }
}
