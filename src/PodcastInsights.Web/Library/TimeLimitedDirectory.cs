using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Search.Beginnings;
using PodcastInsights.Core.Search.Browsing;

namespace PodcastInsights.Web.Library;

/// <summary>Cancels a query of the directory when its request ends, as <see cref="TimeLimitedSearch"/> does for searches.</summary>
internal sealed class TimeLimitedDirectory(ILibraryDirectory directory) : ILibraryDirectory
{
    public Task<ChosenEpisodes> EpisodesAsync(EpisodeFilter filter, CancellationToken cancellationToken) =>
        LimitedAsync(() => directory.EpisodesAsync(filter, cancellationToken), cancellationToken);

    public Task<ChosenSpeakers> SpeakersAsync(SpeakerFilter filter, CancellationToken cancellationToken) =>
        LimitedAsync(() => directory.SpeakersAsync(filter, cancellationToken), cancellationToken);

    public Task<EpisodeSurroundings> AroundAsync(EpisodeSlug episode, IReadOnlyList<EpisodeSlug> relatives, CancellationToken cancellationToken) =>
        LimitedAsync(() => directory.AroundAsync(episode, relatives, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<ExampleSearch>> ExamplesAsync(string language, CancellationToken cancellationToken) =>
        LimitedAsync(() => directory.ExamplesAsync(language, cancellationToken), cancellationToken);

    private static Task<T> LimitedAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken) =>
        Task.Run(ask, cancellationToken).WaitAsync(cancellationToken);
}
