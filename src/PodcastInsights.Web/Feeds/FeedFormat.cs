namespace PodcastInsights.Web.Feeds;

/// <summary>A format of feeds. Each feed is available in all of them.</summary>
/// <param name="Suffix">Suffix of its addresses.</param>
/// <param name="Link">The media type in links.</param>
/// <param name="MediaType">The media type of responses.</param>
internal sealed record FeedFormat(string Name, string Suffix, string Link, string MediaType, Func<FeedDocument, byte[]> Write)
{
    public static FeedFormat Atom { get; } = new("Atom", "atom", "application/atom+xml", "application/atom+xml; charset=utf-8", AtomFeed.Write);

    public static FeedFormat Json { get; } = new("JSON", "json", "application/feed+json", "application/feed+json", JsonFeed.Write);

    public static IReadOnlyList<FeedFormat> All { get; } = [Atom, Json];
}
