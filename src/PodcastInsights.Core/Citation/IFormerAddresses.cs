using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Citation;

/// <summary>A former address of an episode, or an alias that its file names.</summary>
/// <param name="CurrentSlug">Slug of the episode it redirects to.</param>
/// <param name="Given">Whether the file names it; otherwise the file was renamed.</param>
public sealed record FormerAddress(EpisodeSlug Slug, EpisodeSlug CurrentSlug, bool Given);

/// <summary>The port for reading former addresses.</summary>
public interface IFormerAddresses
{
    /// <summary>Finds the present slug for a former one; null where the slug is current or unknown.</summary>
    Task<EpisodeSlug?> CurrentSlugAsync(EpisodeSlug slug, CancellationToken cancellationToken);

    /// <summary>Lists the former addresses that redirect, by slug.</summary>
    /// <param name="page">From 1.</param>
    Task<Page<FormerAddress>> ListAsync(int page, int pageSize, CancellationToken cancellationToken);
}
