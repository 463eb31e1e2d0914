using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Beginnings;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>
/// Finds episodes and speakers by name, without reading the store. It narrows a list before its page is read, and offers values to narrow
/// by. Like <see cref="ISearchIndex"/>, each answer is of one version of the library.
/// </summary>
public interface ILibraryDirectory
{
    /// <summary>Finds the episodes that pass the filter, and the values it can choose from.</summary>
    Task<ChosenEpisodes> EpisodesAsync(EpisodeFilter filter, CancellationToken cancellationToken);

    /// <summary>Finds the speakers that pass the filter.</summary>
    Task<ChosenSpeakers> SpeakersAsync(SpeakerFilter filter, CancellationToken cancellationToken);

    /// <summary>Finds episodes to read after this one; none where there is no such episode.</summary>
    /// <param name="relatives">See <see cref="Episode.Relatives"/>.</param>
    Task<EpisodeSurroundings> AroundAsync(EpisodeSlug episode, IReadOnlyList<EpisodeSlug> relatives, CancellationToken cancellationToken);

    /// <summary>Example searches for features of the query language, each with results; none in an empty library.</summary>
    /// <param name="language">ISO 639-1 code of the preferred language.</param>
    Task<IReadOnlyList<ExampleSearch>> ExamplesAsync(string language, CancellationToken cancellationToken);
}
