using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Feeds;

/// <summary>An episode as a feed tells of it: nothing of it depends on other episodes.</summary>
/// <param name="About">What the files say of the guest, by language.</param>
/// <param name="Opening">Its first words, in the default edition.</param>
/// <param name="OpeningLanguage">ISO 639-1.</param>
/// <param name="Speakers">As the default edition names them.</param>
public sealed record FeedEpisode(
    EpisodeSummary Summary,
    EpisodeStamp Stamp,
    IReadOnlyDictionary<string, string> About,
    string? Description,
    string Opening,
    string OpeningLanguage,
    IReadOnlyList<string> Speakers)
{
    public IReadOnlyList<Recording> Recordings { get; init; } = [];
}

/// <summary>Something that may be heard of an episode.</summary>
/// <param name="MediaUrl">As the file has it.</param>
public sealed record HeardEpisode(EpisodeSlug Slug, IReadOnlyList<Recording> Recordings, string? MediaUrl);

/// <summary>Reads what feeds tell.</summary>
public interface IFeedReader
{
    /// <summary>
    /// Episodes in the order in which they came, the last first; of those that came together the latest first. What has come stays where it is.
    /// </summary>
    /// <param name="among">Only those of these that there are; null for all.</param>
    Task<int> CountAsync(IReadOnlyCollection<EpisodeSlug>? among, CancellationToken cancellationToken);

    /// <summary>Some of them.</summary>
    /// <param name="among">As for <see cref="CountAsync"/>.</param>
    /// <param name="skip">How many of the last to leave out.</param>
    Task<IReadOnlyList<FeedEpisode>> ListAsync(
        IReadOnlyCollection<EpisodeSlug>? among, int skip, int take, CancellationToken cancellationToken);

    /// <summary>The stamps of those of the episodes that there are.</summary>
    Task<IReadOnlyDictionary<EpisodeSlug, EpisodeStamp>> StampsAsync(
        IReadOnlyCollection<EpisodeSlug> episodes, CancellationToken cancellationToken);

    /// <summary>All episodes with a recording or a media link.</summary>
    Task<IReadOnlyList<HeardEpisode>> HeardAsync(CancellationToken cancellationToken);
}
