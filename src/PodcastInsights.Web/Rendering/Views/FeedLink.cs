using PodcastInsights.Web.Feeds;
using PodcastInsights.Web.Localisation;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>Link to the feed with the content of a page.</summary>
/// <param name="Path">See <see cref="SiteLinks.Feed"/>.</param>
/// <param name="Title">Title of the selection; null for the whole library.</param>
internal sealed record FeedLink(string Path, QueryString Query, string? Title)
{
    /// <summary>Whether a feed for podcast players is linked too.</summary>
    public bool HasPodcast { get; init; }

    /// <summary>Feed of all episodes.</summary>
    public static FeedLink Episodes { get; } = new("/episodes", QueryString.Empty, null);

    /// <summary>Feed of a list of episodes as it is filtered.</summary>
    /// <param name="given">The parameters of an <see cref="EpisodeListAddress"/>.</param>
    public static FeedLink Of(IQueryCollection given)
    {
        var query = QueryString.Create(EpisodeListAddress.Narrowing.SelectMany(name => given[name]
            .Where(value => !string.IsNullOrWhiteSpace(value))
            .Select(value => KeyValuePair.Create(name, value))));
        return query.HasValue ? Episodes with { Query = query, Title = Texts.Episodes } : Episodes;
    }

    /// <summary>Name, media type and address in each format.</summary>
    public IEnumerable<(string Name, string MediaType, string Link)> In(SiteLinks links) =>
        FeedFormat.All.Select(format => (format.Name, format.Link, $"{links.Feed(Path)}.{format.Suffix}{Query}"));
}
