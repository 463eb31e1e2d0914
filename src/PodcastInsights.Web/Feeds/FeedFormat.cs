namespace PodcastInsights.Web.Feeds;

/// <summary>A form in which each feed is given.</summary>
/// <param name="Suffix">Of its addresses.</param>
/// <param name="Link">The media type as links name it.</param>
/// <param name="MediaType">The same as an answer names it.</param>
internal sealed record FeedFormat(string Name, string Suffix, string Link, string MediaType, Func<FeedDocument, byte[]> Write)
{
    public static FeedFormat Atom { get; } = new("Atom", "atom", "application/atom+xml", "application/atom+xml; charset=utf-8", AtomFeed.Write);

    public static FeedFormat Json { get; } = new("JSON", "json", "application/feed+json", "application/feed+json", JsonFeed.Write);

    public static IReadOnlyList<FeedFormat> All { get; } = [Atom, Json];
}
