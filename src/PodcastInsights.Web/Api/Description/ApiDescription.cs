using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PodcastInsights.Web.Api.Description;

/// <summary>The OpenAPI description of the API: <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public const string Address = "/openapi/{documentName}.json";

    private const string Version = "v1";

    private const string About = """
        Reads a library of podcast transcripts: its episodes, their turns, and what was said where. Nothing can be written.

        Everything is asked for with GET. HEAD is answered at each address as GET is, without the body. Parameters that are not described are
        ignored. Addresses in answers are paths from the root of the host: join them to the address that was called.

        Scripts of any site may read all but what is below `/api/v1/status`. Errors are problem details (RFC 9457) whose `detail` says what was
        wrong.
        """;

    private static readonly (string Name, string Meaning)[] Tags =
    [
        ("Episodes", "Episodes, whole and in lists, and their turns."),
        ("Search", "Where something was said, and whether it was."),
        ("Speakers", "Everybody who speaks and has a name."),
        ("Status", "How the library stands at this moment. Files, names and addresses are for the operator."),
    ];

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Version, options =>
    {
        options.ShouldInclude = description =>
            description.RelativePath!.StartsWith("api/v1/", StringComparison.Ordinal) && description.HttpMethod != HttpMethods.Head;
        options.AddSchemaTransformer(DescribedSchemas.ChangeAsync);
        options.AddOperationTransformer(DescribedOperation.ChangeAsync);
        options.AddDocumentTransformer(ChangeAsync);
    });

    private static Task ChangeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = "PodcastInsights", Version = Version, Description = About };

        // Paths are relative to the root of the host that serves the document, unless a server is given.
        var root = context.ApplicationServices.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.PathBase;
        document.Servers = [new() { Url = root is { HasValue: true } ? root : "/", Description = "This site." }];
        document.Tags = new HashSet<OpenApiTag>(Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Meaning }));
        DescribedAnswers.AddTo(document);
        return Task.CompletedTask;
    }
}
