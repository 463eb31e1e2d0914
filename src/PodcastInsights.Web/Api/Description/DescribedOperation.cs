using System.Globalization;
using System.Net.Mime;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using PodcastInsights.Web.Answers;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Api.Description;

/// <summary>Describes one operation from the metadata of its endpoint: its parameters, all its responses, and their headers.</summary>
internal static class DescribedOperation
{
    private static readonly JsonObject Examples = ReadExamples();

    /// <summary>Status codes that every operation may return.</summary>
    private static readonly int[] Always =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError,
        StatusCodes.Status503ServiceUnavailable,
    ];

    public static Task ChangeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        var marks = context.Description.ActionDescriptor.EndpointMetadata;
        var pages = marks.OfType<GivesPages>().LastOrDefault();
        var file = marks.OfType<GivesFile>().LastOrDefault();
        var isKept = marks.OfType<DerivedFromLibrary>().Any();
        DescribedParameters.Change(operation, marks.OfType<ITakesParameters>(), pages, document);

        // No operation needs a key.
        operation.Security = [];
        operation.Responses ??= [];
        var wanted = operation.Responses.TryGetValue("200", out var known) ? (OpenApiResponse)known : new OpenApiResponse();
        wanted.Description = file is null ? "What was asked for." : "The file.";
        wanted.Headers = new Dictionary<string, IOpenApiHeader>();
        Say(isKept, HeaderNames.ETag);
        Say(pages is not null || marks.OfType<GivesParts>().Any(), HeaderNames.Link);
        Say(pages is not null, OtherOrigins.CountHeader);
        Say(file is not null, HeaderNames.ContentDisposition);
        if (file is not null)
        {
            // Client generators save binary responses as files, and parse all others.
            wanted.Content = file.MediaTypes.ToDictionary(
                type => type, _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } });
        }
        else
        {
            wanted.Content![MediaTypeNames.Application.Json].Example = Examples[operation.OperationId!]?.DeepClone();
        }

        // Endpoints only declare the status codes of errors. The descriptions are the same for all.
        var isOfEpisode = operation.Parameters?.Any(parameter => parameter is { Name: "slug", In: ParameterLocation.Path }) == true;
        var others = operation.Responses.Keys.Select(status => int.Parse(status, CultureInfo.InvariantCulture))
            .Where(status => status != StatusCodes.Status200OK)
            .Concat(Always)
            .Concat(isKept ? [StatusCodes.Status304NotModified] : [])
            .Concat(isOfEpisode ? [StatusCodes.Status301MovedPermanently] : []);
        operation.Responses = new OpenApiResponses { ["200"] = wanted };
        foreach (var status in others.Distinct().Order())
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = DescribedAnswers.Answer(status, document);
        }

        return Task.CompletedTask;

        void Say(bool isSaid, params IEnumerable<string> headers)
        {
            foreach (var header in isSaid ? headers : [])
            {
                wanted.Headers[header] = DescribedAnswers.Header(header, document);
            }
        }
    }

    private static JsonObject ReadExamples()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(typeof(DescribedOperation), "examples.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }
}
