using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PodcastInsights.Web.Api.Description;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Mcp;
using PodcastInsights.Web.Security;

namespace PodcastInsights.Web.Api;

/// <summary>What all resources of the API share: how JSON is written, how it is described, how it fails.</summary>
public static class ApiRegistration
{
    private const string Root = "/api";

    /// <summary>The methods of every resource. Each is mapped with its handler in the same call, which is how the build can make its binding.</summary>
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

    /// <summary>How the API's records are written, whoever asks for them.</summary>
    internal static void Write(JsonSerializerOptions options)
    {
        // Every script's letters as they are; what could end a script or an attribute stays escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

        // Numbers are numbers, also in what is described.
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>Whether programs alone ask for this, so that errors are told as problem details and not as pages.</summary>
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments(Root, StringComparison.Ordinal) || request.IsMcp();
}
