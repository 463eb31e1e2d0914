using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>An address at which an episode was, or which its file names as another of its own.</summary>
/// <param name="Heir">The episode that it leads to.</param>
/// <param name="Given">Whether the file names it; else the file was renamed.</param>
public sealed record FormerAddress(EpisodeSlug Slug, EpisodeSlug Heir, bool Given);

/// <summary>Knows where the episodes are that had other addresses.</summary>
public interface IFormerAddresses
{
    /// <summary>Null where the slug is that of an episode, or of none that is known.</summary>
    Task<EpisodeSlug?> HeirAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>All that lead somewhere, by slug.</summary>
    /// <param name="page">From 1.</param>
    Task<Page<FormerAddress>> ListAsync(int page, int pageSize, CancellationToken cancellationToken);
}
