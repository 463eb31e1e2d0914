using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Api.Description;

/// <summary>The error responses and headers, described once for all operations.</summary>
internal static class DescribedAnswers
{
    private const string Problem = "ProblemDetails";

    private static readonly (int Status, string Name, string Meaning, string? Header)[] Answers =
    [
        (StatusCodes.Status301MovedPermanently, "Moved", "The episode has another address now.", HeaderNames.Location),
        (StatusCodes.Status304NotModified, "NotModified", "The answer is still the one whose entity tag was sent as `If-None-Match`.", HeaderNames.ETag),
        (StatusCodes.Status400BadRequest, "BadRequest", "A parameter cannot be used, or the address is longer than 8,000 characters.", null),
        (StatusCodes.Status403Forbidden, "Forbidden", "This is shown to the machine itself and to addresses that `Status:DetailsFor` names.", null),
        (StatusCodes.Status404NotFound, "NotFound", "There is no such episode, turn or file.", null),
        (StatusCodes.Status429TooManyRequests, "TooManyRequests", "This client has asked too often.", HeaderNames.RetryAfter),
        (StatusCodes.Status500InternalServerError, "Failed", "A fault of the server.", null),
        (StatusCodes.Status503ServiceUnavailable, "Unavailable", "The server was too busy, or cannot read its database.", HeaderNames.RetryAfter),
    ];

    private static readonly (string Name, string Meaning, bool IsNumber, JsonNode Example)[] Headers =
    [
        (HeaderNames.ETag, "Names what the answer was made of; weak. It changes when the library does.", false, "W/\"6f1c2d3e-0a1b2c3d-42-\""),
        (HeaderNames.Link, "Addresses of other pages of the list (RFC 8288): `next`, `prev`, `first`, `last`. Those of very long addresses are left out.",
            false, "</api/v1/episodes?page=2>; rel=\"next\", </api/v1/episodes?page=1>; rel=\"first\", </api/v1/episodes?page=7>; rel=\"last\""),
        (OtherOrigins.CountHeader, "Items in the whole list.", true, 312),
        (HeaderNames.RetryAfter, "Seconds to wait before asking again.", true, 17),
        (HeaderNames.Location, "The address now.", false, "/api/v1/episodes/mira-okafor"),
        (HeaderNames.ContentDisposition, "A name for the file.", false, "attachment; filename=mira-okafor.en.md; filename*=UTF-8''mira-okafor.en.md"),
    ];

    public static void AddTo(OpenApiDocument document)
    {
        // Replaces the framework's schema, which has members that are never written.
        document.Components!.Schemas![Problem] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "What went wrong (RFC 9457).",
            Required = new HashSet<string> { "title", "status" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference", Description = "An address that tells what the status means." },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What the status means." },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The status of the answer." },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What was wrong, in a sentence that names the parameter." },
            },
        };
        foreach (var (name, meaning, isNumber, example) in Headers)
        {
            document.AddComponent(name, new OpenApiHeader
            {
                Description = meaning,
                Schema = new OpenApiSchema { Type = isNumber ? JsonSchemaType.Integer : JsonSchemaType.String },
                Example = example.DeepClone(),
            });
        }

        foreach (var (status, name, meaning, header) in Answers)
        {
            var answer = new OpenApiResponse { Description = meaning };
            if (status >= StatusCodes.Status400BadRequest)
            {
                answer.Content = new Dictionary<string, OpenApiMediaType>
                {
                    [MediaTypeNames.Application.ProblemJson] = new() { Schema = new OpenApiSchemaReference(Problem, document) },
                };
            }

            if (header is not null)
            {
                answer.Headers = new Dictionary<string, IOpenApiHeader> { [header] = Header(header, document) };
            }

            document.AddComponent(name, answer);
        }
    }

    public static IOpenApiHeader Header(string name, OpenApiDocument document) => new OpenApiHeaderReference(name, document);

    public static IOpenApiResponse Answer(int status, OpenApiDocument document) =>
        new OpenApiResponseReference(Answers.Single(answer => answer.Status == status).Name, document);
}
