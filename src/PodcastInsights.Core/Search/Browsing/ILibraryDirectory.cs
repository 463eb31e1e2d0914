using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Beginnings;

namespace PodcastInsights.Core.Search.Browsing;

/// <summary>
/// Knows the episodes and speakers of a library by name, without reading any: to narrow a list before its page is read, and to say by what
/// it can be narrowed. Answers as <see cref="ISearchIndex"/> does, of one state of the library.
/// </summary>
public interface ILibraryDirectory
{
    /// <summary>The episodes that the filter keeps, and what a filter may choose among.</summary>
    Task<ChosenEpisodes> EpisodesAsync(EpisodeFilter filter, CancellationToken cancellationToken);

    /// <summary>The speakers that the filter keeps, and whether it is known who is host and who guest.</summary>
    Task<ChosenSpeakers> SpeakersAsync(SpeakerFilter filter, CancellationToken cancellationToken);

    /// <summary>Where one may read on from an episode; nowhere from one that is not there.</summary>
    /// <param name="relatives">See <see cref="Episode.Relatives"/>.</param>
    Task<EpisodeSurroundings> AroundAsync(EpisodeSlug episode, IReadOnlyList<EpisodeSlug> relatives, CancellationToken cancellationToken);

    /// <summary>Searches that show what the query language can do, each of which finds something; none in an empty library.</summary>
    /// <param name="language">ISO 639-1 code of the language that the words should rather be in.</param>
    Task<IReadOnlyList<ExampleSearch>> ExamplesAsync(string language, CancellationToken cancellationToken);
}
