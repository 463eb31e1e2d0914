using PodcastInsights.Core.Stores;
using PodcastInsights.Web.Branding;

namespace PodcastInsights.Web.Library;

/// <summary>
/// Identifies everything that responses are made from: it changes with the library, whichever process wrote it, with the program, and with
/// the settings of the site.
/// </summary>
internal sealed class LibraryVersion(ILibraryStore store, Site site)
{
    private static readonly string Program = typeof(LibraryVersion).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private Named? last;

    /// <returns>Letters, digits and hyphens; null where the store cannot be read.</returns>
    public async ValueTask<string?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (await store.VersionAsync(cancellationToken) is not { } version)
        {
            return null;
        }

        var named = Volatile.Read(ref last);
        if (named is null || named.Stamp != version.Stamp)
        {
            Volatile.Write(ref last, named = new Named(version.Stamp, $"{Program}-{site.Stamp}-{version.Stamp}"));
        }

        return named.Name;
    }

    private sealed record Named(string Stamp, string Name);
}
