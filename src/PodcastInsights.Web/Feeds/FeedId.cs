using System.Security.Cryptography;
using System.Text;
using PodcastInsights.Web.Branding;

namespace PodcastInsights.Web.Feeds;

/// <summary>
/// Ids of feeds and entries, independent of host and path: <c>urn:uuid:</c> of version 8, made of the SHA-256 of a name (RFC 9562, B.2) and
/// of the site's id, where it has one.
/// </summary>
internal sealed class FeedId(Site site)
{
    // Namespace of this application, so that other applications with the same names give other ids.
    private static readonly byte[] Space = new Guid("6d1f3a0e-58c2-4b7e-9a53-0f6f2c8e71b4").ToByteArray(bigEndian: true);

    /// <param name="path">Path of the feed without its suffix.</param>
    /// <param name="query">Query without the number of a page or archive.</param>
    public string Feed(string path, string query) => Of($"feed {path}{query}");

    /// <param name="origin">See <see cref="Core.Feeds.EpisodeStamp.Origin"/>.</param>
    public string Episode(string origin) => Of($"episode {origin}");

    /// <param name="key">See <see cref="Core.Feeds.TurnStamp.Key"/>.</param>
    public string Turn(string origin, ulong key) => Of(FormattableString.Invariant($"turn {key:x16} {origin}"));

    private string Of(string name)
    {
        // Without an id of the site as in earlier versions, so that readers know the entries.
        var named = site.Id.Length == 0 ? name : $"site {site.Id}\n{name}";
        var hash = SHA256.HashData([.. Space, .. Encoding.UTF8.GetBytes(named)]).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
