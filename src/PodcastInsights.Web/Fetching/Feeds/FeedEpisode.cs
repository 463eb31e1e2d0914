namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>A transcript that a feed links to, with what the feed claims of it.</summary>
/// <param name="Language">As <see cref="FeedText.LanguageOf"/> gives it; null where the feed does not say.</param>
internal sealed record TranscriptLink(Uri Address, string? Type, string? Language);

/// <summary>A chapter of a recording.</summary>
/// <param name="Start">In seconds.</param>
internal sealed record Chapter(double Start, string Title);

/// <summary>What a feed says of one episode. Its texts are bounded and without control characters.</summary>
/// <param name="Id">Told apart from all others of the feed.</param>
internal sealed record FeedEpisode(string Id, string Title)
{
    public DateOnly? Date { get; init; }

    /// <summary>As the feed writes when the episode was changed; null where it does not.</summary>
    public string? Updated { get; init; }

    public string? Link { get; init; }

    public string? Media { get; init; }

    public string? Duration { get; init; }

    public IReadOnlyList<string> Guests { get; init; } = [];

    public IReadOnlyList<string> Hosts { get; init; } = [];

    public IReadOnlyList<TranscriptLink> Transcripts { get; init; } = [];

    /// <summary>Of a file of chapters.</summary>
    public Uri? ChaptersAddress { get; init; }

    /// <summary>Those that stand in the feed itself.</summary>
    public IReadOnlyList<Chapter> Chapters { get; init; } = [];
}

/// <param name="Next">Of the page with older episodes (RFC 5005); null where this is the last one.</param>
/// <param name="Broken">Where the XML breaks off: a sentence for whoever fetches. What stands before it is there.</param>
internal sealed record FeedPage(string? Show, string? Language, IReadOnlyList<FeedEpisode> Episodes, Uri? Next, string? Broken);
