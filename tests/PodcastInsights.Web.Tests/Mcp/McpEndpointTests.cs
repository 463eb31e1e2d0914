using System.Net;
using System.Net.Http.Headers;
using PodcastInsights.Web.Mcp;
using PodcastInsights.Web.Tests.Security;

namespace PodcastInsights.Web.Tests.Mcp;

public sealed class McpEndpointTests(WebApp app)
{
    private static readonly string Search = Assistant.Call("search", """{"q":"leak"}""");

    [Theory]
    [InlineData("https://talks.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("chrome-extension://abcdefghijklmnop", HttpStatusCode.Forbidden)]
    [InlineData("http://own", HttpStatusCode.OK)]
    [InlineData("https://own", HttpStatusCode.OK)] // a proxy that speaks https and says nothing of it
    [InlineData("", HttpStatusCode.OK)]
    public async Task Scripts_of_other_sites_are_refused(string origin, HttpStatusCode expected)
    {
        using var request = Assistant.Question(Search);
        if (origin.Length > 0)
        {
            request.Headers.Add("Origin", origin.Replace("//own", "//" + app.Client.BaseAddress!.Authority, StringComparison.Ordinal));
        }

        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        AnswerHeaders.AreOn(answer);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/search")]
    [InlineData("/mcp/")]
    [InlineData("/MCP")]
    [InlineData("/zh/mcp")]
    [InlineData("/mcp/sse")]
    [InlineData("/api/mcp")]
    public async Task Nothing_else_takes_a_question_in_its_body(string url)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question(Search, url));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task The_endpoint_accepts_only_valid_requests(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/mcp");
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
        AnswerHeaders.AreOn(answer);
    }

    [Theory]
    [InlineData("text/plain", "application/json, text/event-stream", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", "application/json, text/event-stream", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("", "application/json, text/event-stream", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json; charset=utf-8", "application/json, text/event-stream", HttpStatusCode.OK)]
    public async Task What_is_no_question_of_the_protocol_is_refused(string type, string accepted, HttpStatusCode expected)
    {
        using var request = Assistant.Question(Search);
        request.Content!.Headers.ContentType = type.Length == 0 ? null : MediaTypeHeaderValue.Parse(type);
        request.Headers.Accept.Clear();
        request.Headers.Accept.ParseAdd(accepted);
        using var answer = await app.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("leak")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"jsonrpc":"2.0","id":1}""")]
    public async Task A_body_that_cannot_be_understood_is_refused(string body)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Exception", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_concurrent_requests_are_rejected()
    {
        var batch = $"[{string.Join(',', Enumerable.Repeat(Search, 100))}]";
        using var answer = await app.Client.SendAsync(Assistant.Question(batch));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_deep_body_is_refused()
    {
        var deep = new string('[', 20_000) + new string(']', 20_000);
        using var answer = await app.Client.SendAsync(Assistant.Question(Search.Replace("\"leak\"", deep, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // in pieces, its length not said before
    public async Task A_body_that_is_too_long_is_refused(bool inPieces)
    {
        using var answer = await AnsweredAsync(() =>
        {
            var request = Assistant.Question(Search + new string(' ', McpEndpoint.LongestBody));
            request.Headers.TransferEncodingChunked = inPieces;
            return request;
        });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>
    /// Asks again where the connection was closed before the client had sent all: the server need not read what it refuses. No other test
    /// shares the connection, which may be closed after the answer too.
    /// </summary>
    private async Task<HttpResponseMessage> AnsweredAsync(Func<HttpRequestMessage> question)
    {
        const int mostAttempts = 5;
        using var client = new HttpClient { BaseAddress = app.Client.BaseAddress };
        for (var attempt = 1; ; attempt++)
        {
            using var request = question();
            try
            {
                return await client.SendAsync(request);
            }
            catch (HttpRequestException) when (attempt < mostAttempts)
            {
                // The answer was lost with the connection.
            }
        }
    }

    [Fact]
    public async Task The_longest_text_is_checked_in_whatever_way_it_is_written()
    {
        var escaped = string.Concat(Enumerable.Repeat("\\u706f", 4000));
        using var answer = await app.Client.SendAsync(Assistant.Question(Assistant.Call("check_quote", $$"""{"text":"{{escaped}}"}""")));
        Assert.Equal("not-found", (await answer.MessageAsync()).GetProperty("result").GetProperty("structuredContent").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Responses_are_not_shared_with_other_requests()
    {
        using var leak = await app.Client.SendAsync(Assistant.Question(Search));
        using var spoon = await app.Client.SendAsync(Assistant.Question(Assistant.Call("search", """{"q":"spoon"}""")));
        Assert.NotEqual(await leak.Content.ReadAsStringAsync(), await spoon.Content.ReadAsStringAsync());
        Assert.Null(leak.Headers.ETag);
        Assert.True(leak.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_request_for_server_sent_events_is_rejected_at_once()
    {
        using var request = Assistant.Question(
            """{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{"notifications":{"toolsListChanged":true},"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}}""");
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", "subscriptions/listen");
        using var answer = await app.Client.SendAsync(request);
        Assert.Contains("\"notifications\":{}", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"q":"\ud800"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"\udc00":"a"}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\ud800","arguments":{}}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"a\udc00\ud800"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"\ud800","method":"ping"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"\ud800","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}""")]
    [InlineData("\uFEFF" + """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"\ud800","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}""")]
    public async Task A_lone_surrogate_is_a_client_error_wherever_it_stands(string body)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("surrogate", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"a\"")]
    [InlineData("""{"protocolVersion":5,"capabilities":{},"clientInfo":{"name":"a","version":"1"}}""")]
    [InlineData("""{"protocolVersion":"2025-11-25","capabilities":[],"clientInfo":{"name":"a","version":"1"}}""")]
    [InlineData("""{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":5}""")]
    [InlineData("""{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":[],"version":true}}""")]
    public async Task Parameters_of_a_wrong_kind_are_a_client_error(string parameters)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question($$"""{"jsonrpc":"2.0","id":1,"method":"initialize","params":{{parameters}}}"""));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("params", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources/read", "{}")]
    [InlineData("resources/read", """{"uri":5}""")]
    [InlineData("tools/call", "{}")]
    [InlineData("tools/call", """{"name":["search"]}""")]
    [InlineData("tools/call", """{"name":"search","arguments":"leak"}""")]
    [InlineData("tools/list", "[]")]
    [InlineData("tools/list", """{"cursor":7}""")]
    [InlineData("resources/list", "true")]
    public async Task Parameters_that_cannot_be_read_are_reported_as_invalid(string method, string parameters)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}}}"""));
        var error = (await answer.MessageAsync()).GetProperty("error");
        Assert.Equal(-32602, error.GetProperty("code").GetInt32());
        Assert.Contains("params", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", "line 1, byte 1")]
    [InlineData("", "line 1, byte 1")]
    [InlineData("{\n  \"jsonrpc\": nothing }", "line 2, byte 15")]
    [InlineData("{}", "JSON-RPC")]
    [InlineData("[]", "JSON-RPC")]
    [InlineData("5", "JSON-RPC")]
    [InlineData("null", "JSON-RPC")]
    [InlineData("""{"jsonrpc":"1.0","id":1,"method":"ping"}""", "JSON-RPC")]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"ping"}""", "JSON-RPC")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":5}""", "JSON-RPC")]
    [InlineData("""{"jsonrpc":5,"id":1,"method":"ping"}""", "JSON-RPC")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"ping"}]""", "JSON-RPC")]
    public async Task A_malformed_body_is_a_client_error_that_names_nothing_inside_the_program(string body, string said)
    {
        using var answer = await app.Client.SendAsync(Assistant.Question(body));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Protocol.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Token", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_surrogate_pair_is_text()
    {
        using var answer = await app.Client.SendAsync(Assistant.Question(Assistant.Call("search", """{"q":"\ud83d\ude00 leak"}""")));
        Assert.True((await answer.MessageAsync()).TryGetProperty("result", out _));
    }

    [Fact]
    public async Task It_can_be_turned_off()
    {
        await using var site = new WebApp(new() { ["Mcp:Enabled"] = "false" });
        await site.InitializeAsync();
        using var answer = await site.Client.SendAsync(Assistant.Question(Search));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/mcp")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Questions_count_as_requests_and_name_an_allowed_host()
    {
        await using var site = new WebApp(new() { ["RateLimit:PermitsPerMinute"] = "2", ["AllowedHosts"] = "127.0.0.1" });
        await site.InitializeAsync();
        using var elsewhere = Assistant.Question(Search);
        elsewhere.Headers.Host = "rebound.example";
        elsewhere.Headers.Add("Origin", "http://rebound.example");
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.SendAsync(elsewhere)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.SendAsync(Assistant.Question(Search))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Client.SendAsync(Assistant.Question(Search))).StatusCode);
        using var third = await site.Client.SendAsync(Assistant.Question(Search));
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.NotNull(third.Headers.RetryAfter);
    }
}
