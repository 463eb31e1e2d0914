using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>The API's records as they are written for assistants, and what they look like.</summary>
internal static class McpJson
{
    public const string MediaType = "application/json";

    /// <summary>Of one answer, in characters, whatever the library holds; what an assistant reads at once is far less.</summary>
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
