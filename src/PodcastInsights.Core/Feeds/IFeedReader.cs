using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Feeds;

/// <summary>What an entry of a feed shows of an episode. Nothing in it depends on other episodes.</summary>
/// <param name="About">Text about the guest, by language.</param>
/// <param name="Opening">First words of the default edition.</param>
/// <param name="OpeningLanguage">ISO 639-1.</param>
/// <param name="Speakers">Names in the default edition, without those that a machine gave.</param>
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

/// <summary>Recordings and media link of an episode.</summary>
/// <param name="MediaUrl">As the file has it.</param>
public sealed record HeardEpisode(EpisodeSlug Slug, IReadOnlyList<Recording> Recordings, string? MediaUrl);

/// <summary>Reads what feeds contain.</summary>
public interface IFeedReader
{
    /// <summary>
    /// Number of episodes in the list that <see cref="ListAsync"/> gives parts of.
    /// </summary>
    /// <param name="among">Only those of these that there are; null for all.</param>
    Task<int> CountAsync(IReadOnlyCollection<EpisodeSlug>? among, CancellationToken cancellationToken);

    /// <summary>
    /// Episodes in the order in which they were added, the last one first; those of one import by date. Adding episodes moves no others.
    /// </summary>
    /// <param name="among">As for <see cref="CountAsync"/>.</param>
    /// <param name="skip">Number of episodes to skip.</param>
    Task<IReadOnlyList<FeedEpisode>> ListAsync(
        IReadOnlyCollection<EpisodeSlug>? among, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Stamps by slug; slugs of no episode are left out.</summary>
    Task<IReadOnlyDictionary<EpisodeSlug, EpisodeStamp>> StampsAsync(
        IReadOnlyCollection<EpisodeSlug> episodes, CancellationToken cancellationToken);

    /// <summary>All episodes with a recording or a media link.</summary>
    Task<IReadOnlyList<HeardEpisode>> HeardAsync(CancellationToken cancellationToken);
}
