using Microsoft.Extensions.Options;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Library;

/// <summary>Reads the status of the library, for the status page, the API and the command line.</summary>
internal sealed class LibraryStatusReader(
    IEpisodeReader episodes, IImportReports reports, ILibraryStore store, LibraryState state, IOptions<LibrarySettings> settings)
{
    public async Task<LibraryStatus> ReadAsync(CancellationToken cancellationToken) => new(
        (await episodes.ListAsync(new EpisodeListQuery { PageSize = 1 }, cancellationToken)).Total,
        await reports.LastAsync(cancellationToken),
        state.Last?.Failure,
        state.UnderWay,
        state.IsFollowing,
        store.Size(),
        settings.Value.TranscriptsFolder,
        store.Place,
        store.Servers);
}
