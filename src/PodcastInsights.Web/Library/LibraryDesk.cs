using Microsoft.Extensions.Options;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Library;

/// <summary>The status of the library.</summary>
/// <param name="Import">The last import that found something new; null before the first.</param>
/// <param name="Failure">Why the last import of this process failed; null where it did not.</param>
/// <param name="UnderWay">Progress of the running import; null where there is none in this process.</param>
/// <param name="IsFollowing">Whether another process imports into the same store.</param>
/// <param name="Bytes">Size of the store on disk.</param>
/// <param name="Folder">Must be shown to the owner only, as the place and the servers.</param>
public sealed record LibraryStanding(
    int Episodes,
    StoredImport? Import,
    string? Failure,
    ImportUnderWay? UnderWay,
    bool IsFollowing,
    long Bytes,
    string Folder,
    string Place,
    IReadOnlyList<StoreServer> Servers);

/// <summary>Collects the status of the library for its owner, for page, API and command line.</summary>
public sealed class LibraryDesk(
    IEpisodeReader episodes, IImportReports reports, ILibraryStore store, LibraryState state, IOptions<LibrarySettings> settings)
{
    public async Task<LibraryStanding> LookAsync(CancellationToken cancellationToken) => new(
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
