using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>
/// Checks a body before the SDK reads it. The SDK's own answers to malformed bodies name its types, and half of a surrogate pair, which JSON
/// can escape, fails inside it.
/// </summary>
internal static class McpBody
{
    /// <returns>Null for one JSON-RPC message whose texts are all Unicode.</returns>
    public static ProblemHttpResult? ProblemOf(ReadOnlySpan<byte> body)
    {
        var mark = Encoding.UTF8.Preamble;
        var json = body.StartsWith(mark) ? body[mark.Length..] : body;
        try
        {
            return !IsUnicode(json) ? Problems.NotUnicode()
                : !IsMessage(json) ? Problems.NotJsonRpc()
                : null;
        }
        catch (JsonException malformed)
        {
            return Problems.MalformedJson(malformed.LineNumber + 1, malformed.BytePositionInLine + 1);
        }
    }

    /// <exception cref="JsonException">The body is not JSON.</exception>
    private static bool IsUnicode(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsMessage(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage))) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
