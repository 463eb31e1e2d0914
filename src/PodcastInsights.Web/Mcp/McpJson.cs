using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>JSON serialisation and schemas of the API's records for MCP.</summary>
internal static class McpJson
{
    public const string MediaType = "application/json";

    /// <summary>Largest response in characters. Assistants usually read far less at once.</summary>
    public const int LongestAnswer = 256 << 10;

    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true };

    public static JsonSerializerOptions Options { get; } = Made();

    public static JsonElement SchemaOf(Type record) =>
        JsonSerializer.SerializeToElement(Options.GetJsonSchemaAsNode(record, Exporting));

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        ApiRegistration.Write(options);
        options.MakeReadOnly();
        return options;
    }
}
