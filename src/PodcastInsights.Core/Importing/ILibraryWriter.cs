using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Transcripts;

namespace PodcastInsights.Core.Importing;

/// <summary>An episode ready to be written: its editions, the default one first.</summary>
/// <param name="ContentHash">Of all that the stored episode was made from; equal means nothing to do.</param>
public sealed record ImportedEpisode(EpisodeSlug Slug, string ContentHash, IReadOnlyList<Edition> Editions);

/// <summary>What an import must know of an episode that is stored.</summary>
/// <param name="Speakers">Of all its editions, each name once.</param>
/// <param name="Sources">The files of its editions.</param>
public sealed record StoredEpisode(
    EpisodeSlug Slug, string ContentHash, string? Show, IReadOnlyList<Speaker> Speakers, IReadOnlyList<EpisodeSource> Sources);

/// <summary>Writes episodes into the store: each in one transaction, with all that is searched of it.</summary>
public interface ILibraryWriter
{
    Task<IReadOnlyList<StoredEpisode>> StoredEpisodesAsync(CancellationToken cancellationToken);

    /// <summary>Puts the episode in the place of the one with its slug. A failure leaves the last good state.</summary>
    Task WriteAsync(ImportedEpisode episode, CancellationToken cancellationToken);

    Task RemoveAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>
    /// Called at the end of every import, for what pays only in bulk; does nothing where nothing has changed since it was last called.
    /// </summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
