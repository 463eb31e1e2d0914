using PodcastInsights.Core.Citation;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

/// <summary>A call of a tool, as a request to the API.</summary>
/// <param name="given">The parameters.</param>
/// <param name="services">The services of the request.</param>
internal sealed class ToolQuestion(IQueryCollection given, IServiceProvider services)
{
    public IQueryCollection Given => given;

    /// <summary>Absolute prefix of all addresses in the response.</summary>
    public string Root { get; } = RootOf(services);

    public static string RootOf(IServiceProvider services)
    {
        var links = services.GetRequiredService<SiteLinks>();
        return links.Absolute(links.Root);
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The value of a parameter; null for none.</summary>
    public string? Text(string name) => (string?)given[name];

    /// <summary>A copy with other parameters.</summary>
    public ToolQuestion About(IQueryCollection other) => new(other, services);

    /// <summary>The current slug of the requested episode.</summary>
    public async Task<string> SlugAsync(CancellationToken cancellationToken)
    {
        var asked = Text("slug") ?? "";
        return await Get<IFormerAddresses>().PresentAsync(asked, cancellationToken) is { } slug ? slug.Value : asked;
    }
}
