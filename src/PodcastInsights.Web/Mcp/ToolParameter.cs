using System.Text.Json.Nodes;
using PodcastInsights.Web.Api;

namespace PodcastInsights.Web.Mcp;

/// <summary>A parameter of a tool, named as in the API.</summary>
internal sealed record ToolParameter(string Name, string Description, string Type = "string")
{
    public bool IsRequired { get; init; }

    private int? Usual { get; init; }

    private int? Most { get; init; }

    /// <param name="usual">The default value.</param>
    public static ToolParameter WholeNumber(string name, string description, int usual, int most) =>
        new(name, description, "integer") { Usual = usual, Most = most };

    public static ToolParameter Flag(string name, string description) => new(name, description, "boolean");

    /// <summary>The parameters of all lists.</summary>
    public static IEnumerable<ToolParameter> OfPage(int usual) =>
    [
        WholeNumber("page", "Number of the page, from 1.", 1, Paging.LastPage),
        WholeNumber("pageSize", "Most items that the page holds.", usual, Paging.LargestPage),
    ];

    /// <summary>The schema of its value (JSON Schema).</summary>
    public static JsonObject SchemaOf(IReadOnlyList<ToolParameter> parameters) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(parameters.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Schema()))),
        ["required"] = new JsonArray([.. parameters.Where(one => one.IsRequired).Select(one => (JsonNode)one.Name)]),
        ["additionalProperties"] = false,
    };

    private JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Type, ["description"] = Description };
        if (Most is { } most)
        {
            schema["minimum"] = 1;
            schema["maximum"] = most;
            schema["default"] = Usual;
        }

        return schema;
    }
}
