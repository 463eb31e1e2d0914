using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace PodcastInsights.Web.Tests.Mcp;

/// <summary>An assistant at the door: the SDK's own client, and bare requests.</summary>
internal static class Assistant
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="version">Of the protocol; null for the latest.</param>
    public static Task<McpClient> AssistantAsync(this WebApp app, string? version = null) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(app.Client.BaseAddress!, "/mcp"),
            TransportMode = HttpTransportMode.StreamableHttp,
            ConnectionTimeout = Patience,
        }),
        new McpClientOptions { ProtocolVersion = version, InitializationTimeout = Patience });

    /// <summary>The tool's record.</summary>
    public static async Task<JsonElement> AskAsync(this McpClient client, string tool, object arguments)
    {
        var answer = await client.CallToolAsync(tool, Given(arguments));
        Assert.True(answer.IsError != true, $"{tool}: {(answer.Content[0] as TextContentBlock)?.Text}");
        var record = answer.StructuredContent!.Value;
        Assert.True(JsonElement.DeepEquals(record, JsonDocument.Parse(((TextContentBlock)answer.Content[0]).Text).RootElement));
        return record;
    }

    /// <summary>What the tool says of a mistake.</summary>
    public static async Task<string> MistakeAsync(this McpClient client, string tool, object arguments)
    {
        var answer = await client.CallToolAsync(tool, Given(arguments));
        Assert.True(answer.IsError);
        return Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
    }

    public static HttpRequestMessage Question(string body, string url = "/mcp")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return request;
    }

    public static string Call(string tool, string arguments) =>
        $$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}}}""";

    /// <summary>The message of an answer that is a stream of one event.</summary>
    public static async Task<JsonElement> MessageAsync(this HttpResponseMessage answer)
    {
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        return JsonDocument.Parse(lines.Single(line => line.StartsWith("data:", StringComparison.Ordinal))[5..]).RootElement;
    }

    private static Dictionary<string, object?> Given(object arguments) =>
        arguments.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(arguments));
}
