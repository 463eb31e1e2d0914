using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Mcp;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Api;

/// <summary>Configures what all resources of the API share: JSON serialisation, the OpenAPI description, errors.</summary>
internal static class ApiRegistration
{
    private const string Root = "/api";

    /// <summary>
    /// The HTTP methods of every resource. Each resource is mapped with its handler in the same call, so that the build can generate its
    /// binding.
    /// </summary>
    internal static readonly string[] ReadMethods = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPodcastInsightsApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Write(options.SerializerOptions));
        services.AddApiDescription();
    }

    public static void MapPodcastInsightsApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup($"{Root}/v1").WithMetadata(DerivedFromLibrary.Instance);
        ForPrograms.Mark(api);
        api.AddEndpointFilter(PageLinks.TellAsync);
        api.MapEpisodesApi();
        api.MapExportsApi();
        api.MapSearchApi();
        api.MapSpeakersApi();
        api.MapCheckApi();
        app.MapGroup($"{Root}/v1").AddEndpointFilter(PageLinks.TellAsync).MapStatusApi();
        app.MapMethods($"{Root}/{{**path}}", ReadMethods, (HttpRequest request) => Problems.NoResource(request.Path, request.PathBase))
            .ExcludeFromDescription()
            .WithMetadata(ForPrograms.Instance);
        ForPrograms.Mark(app.MapOpenApi(ApiDescription.Address)
            .WithMetadata(new HttpMethodMetadata(ReadMethods), DerivedFromLibrary.Instance));
    }

    /// <summary>JSON options of the API's records, also for other users of them.</summary>
    internal static void Write(JsonSerializerOptions options)
    {
        // Letters of all scripts are unescaped; characters that could end a script or an attribute are escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

        // Numbers are never strings, also in the generated schemas.
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>Whether the address is for programs, so that errors are problem details and not pages.</summary>
    public static bool IsApi(this HttpRequest request) =>
        request.Path.StartsWithSegments(Root, StringComparison.Ordinal)
        || request.Path == Paths.Embedding
        || request.Path == Paths.Suggestions
        || request.IsMcp();
}
