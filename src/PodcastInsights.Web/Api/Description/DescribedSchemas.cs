using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PodcastInsights.Web.Api.Description;

/// <summary>Completes the framework's schemas of the records, so that generators make useful types of them.</summary>
internal static class DescribedSchemas
{
    public static Task ChangeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Values of an enumeration are strings.
        if (schema.Enum is { Count: > 0 })
        {
            schema.Type = JsonSchemaType.String;
        }

        // All members are required, including inherited ones, unless they declare that they may be missing.
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
        {
            schema.Required = context.JsonTypeInfo.Properties
                .Where(member => member.Get is not null && member.ShouldSerialize is null)
                .Select(member => member.Name)
                .ToHashSet(StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }
}
