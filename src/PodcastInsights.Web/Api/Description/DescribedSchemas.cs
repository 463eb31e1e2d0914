using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PodcastInsights.Web.Api.Description;

/// <summary>What the framework's schemas of our records leave out, without which generators make poor types of them.</summary>
internal static class DescribedSchemas
{
    public static Task ChangeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // Names of an enumeration are text.
        if (schema.Enum is { Count: > 0 })
        {
            schema.Type = JsonSchemaType.String;
        }

        // Every member is written, inherited ones too, but for those that say that they may be left out.
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
