namespace PodcastInsights.Web.Feeds;

/// <summary>A document of a feed: its newest entries, or an archive of older ones.</summary>
/// <param name="Id">The same for all documents of a feed.</param>
/// <param name="Author">Name of the site.</param>
/// <param name="Language">BCP 47, of the site's words in it.</param>
internal sealed record FeedDocument(
    string Id, string Title, string? Subtitle, string Author, string Language, FeedPlaces Places, IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>Absolute address of the site's logo; null for none.</summary>
    public string? Logo { get; init; }

    /// <summary>Time of the latest change of an entry; for an empty document a fixed time.</summary>
    public DateTime UpdatedAt => Entries.Count == 0 ? DateTime.UnixEpoch : Entries.Max(entry => entry.UpdatedAt);
}

/// <summary>Absolute addresses around a document.</summary>
/// <param name="Page">The page with the same content.</param>
/// <param name="Older">The document with the previous entries; null for none.</param>
/// <param name="Newer">Of an archive, the next archive; null for none.</param>
/// <param name="Current">Of an archive, the document with the newest entries; else null.</param>
/// <param name="KeepsArchives">Whether older entries are in archives (RFC 5005, 4) or on further pages of results (RFC 5005, 3).</param>
internal sealed record FeedPlaces(string Self, string Page, string? Older, string? Newer, string? Current, bool KeepsArchives)
{
    public bool IsArchive => Current is not null && KeepsArchives;
}

/// <summary>An entry: an episode or a turn.</summary>
/// <param name="Link">Absolute address of its page.</param>
/// <param name="Language">BCP 47, of the words; that of the title may be another.</param>
/// <param name="Html">See <see cref="FeedHtml"/>.</param>
/// <param name="Authors">Names of the speakers.</param>
internal sealed record FeedEntry(
    string Id,
    string Title,
    string TitleLanguage,
    string Link,
    DateTime PublishedAt,
    DateTime UpdatedAt,
    string Language,
    string Summary,
    string Html,
    IReadOnlyList<string> Authors)
{
    public IReadOnlyList<string> Topics { get; init; } = [];
}
