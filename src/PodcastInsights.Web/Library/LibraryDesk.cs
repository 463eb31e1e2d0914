using Microsoft.Extensions.Options;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Library;

/// <summary>How the library stands.</summary>
/// <param name="Import">The last import that found something new; null before the first.</param>
/// <param name="Failure">Why the last import of this process failed; null where it did not.</param>
/// <param name="UnderWay">How far the import is that runs; null where none does in this process.</param>
/// <param name="IsFollowing">Whether another process imports into the same store.</param>
/// <param name="Bytes">What the store takes on disk.</param>
/// <param name="Folder">For the owner's eyes only, as are the place and the servers.</param>
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

/// <summary>Gathers what the owner of a library is told of it, for the page, the API and the command line alike.</summary>
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
