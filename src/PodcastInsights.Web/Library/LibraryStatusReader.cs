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
    /// <summary>Also tells what there is to be told while no server answers: why, and of which.</summary>
    public async Task<LibraryStatus> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stored = (await episodes.ListAsync(new EpisodeListQuery { PageSize = 1 }, cancellationToken)).Total;
            return Of(stored, await reports.LastAsync(cancellationToken), null);
        }
        catch (UnusableLibraryException unusable) when (!unusable.CanBeSetAside)
        {
            return Of(null, null, unusable.Message);
        }
    }

    private LibraryStatus Of(int? stored, StoredImport? import, string? problem) => new(
        stored,
        import,
        state.IsFollowing ? null : state.Last?.Failure,
        state.UnderWay,
        state.IsFollowing,
        store.Size(),
        settings.Value.TranscriptsFolder,
        store.Place,
        store.Servers,
        problem);
}
