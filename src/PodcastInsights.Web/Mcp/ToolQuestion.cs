using PodcastInsights.Core.Citation;
using PodcastInsights.Web.Library;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Mcp;

/// <summary>What an assistant asks, as the API would be asked.</summary>
/// <param name="given">The parameters.</param>
/// <param name="services">Of the request.</param>
internal sealed class ToolQuestion(IQueryCollection given, IServiceProvider services)
{
    public IQueryCollection Given => given;

    /// <summary>What all addresses of the answer begin with: they are read far from this site.</summary>
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

    /// <summary>The same about something else.</summary>
    public ToolQuestion About(IQueryCollection other) => new(other, services);

    /// <summary>The slug of the episode meant, which may have another by now.</summary>
    public async Task<string> SlugAsync(CancellationToken cancellationToken)
    {
        var asked = Text("slug") ?? "";
        return await Get<IFormerAddresses>().PresentAsync(asked, cancellationToken) is { } slug ? slug.Value : asked;
    }
}
