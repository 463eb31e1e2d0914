namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>A transcript link in a feed, with its declared type and language.</summary>
/// <param name="Language">As <see cref="FeedText.LanguageOf"/> returns it; null for none.</param>
internal sealed record TranscriptLink(Uri Address, string? Type, string? Language);

/// <summary>A chapter of a recording.</summary>
/// <param name="Start">In seconds.</param>
internal sealed record Chapter(double Start, string Title);

/// <summary>An episode in a feed. Texts are bounded and without control characters.</summary>
/// <param name="Id">Unique in the feed.</param>
internal sealed record FeedEpisode(string Id, string Title)
{
    public DateOnly? Date { get; init; }

    /// <summary>Time of the last change, as in the feed; null for none.</summary>
    public string? Updated { get; init; }

    public string? Link { get; init; }

    public string? Media { get; init; }

    public string? Duration { get; init; }

    public IReadOnlyList<string> Guests { get; init; } = [];

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<TranscriptLink> Transcripts { get; init; } = [];

    /// <summary>Address of a chapter file.</summary>
    public Uri? ChaptersAddress { get; init; }

    /// <summary>Chapters in the feed itself.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];
}

/// <param name="Next">Address of the page with older episodes (RFC 5005); null for the last page.</param>
/// <param name="Broken">A sentence about an XML error; the episodes before it are included.</param>
internal sealed record FeedPage(string? Show, string? Language, IReadOnlyList<FeedEpisode> Episodes, Uri? Next, string? Broken);
