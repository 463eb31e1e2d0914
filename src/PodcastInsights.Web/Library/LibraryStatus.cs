using PodcastInsights.Core.Importing;
using PodcastInsights.Core.Stores;

namespace PodcastInsights.Web.Library;

/// <summary>The status of the library.</summary>
/// <param name="Episodes">Null where the store cannot be read now.</param>
/// <param name="Import">The last import that found something new; null before the first, and where the store cannot be read now.</param>
/// <param name="Failure">Why the last import of this process failed; null where it did not.</param>
/// <param name="UnderWay">Progress of the running import; null where there is none in this process.</param>
/// <param name="IsFollowing">Whether another process imports into the same store.</param>
/// <param name="Bytes">Size of the store on disk.</param>
/// <param name="Folder">Must be shown to the owner only, as the place, the servers and the problem.</param>
/// <param name="Problem">Why the store cannot be read now; null where it can.</param>
internal sealed record LibraryStatus(
    int? Episodes,
    StoredImport? Import,
    string? Failure,
    ImportUnderWay? UnderWay,
    bool IsFollowing,
    long Bytes,
    string Folder,
    string Place,
    IReadOnlyList<StoreServer> Servers,
    string? Problem);
