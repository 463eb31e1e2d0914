using System.ComponentModel;
using System.Globalization;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>RateLimit</c>: limits for each client.</summary>
internal sealed class RateLimitSettings : ISettings
{
    private const int Most = 1_000_000;
    private const int MostConnections = 2000;

    public static string Section => "RateLimit";

    /// <summary>Requests for pages and data that one client may make in a minute; 0: no limit.</summary>
    [Description("Requests that one client may make in a minute; 0: no limit.")]
    public int PermitsPerMinute { get; set; }

    /// <summary>Largest number of connections of one client; at the limit the one idle longest is closed. 0: no limit of its own.</summary>
    [Description("Connections that one client may hold; 0: no limit of its own.")]
    public int ConnectionsPerClient { get; set; } = 200;

    public IEnumerable<string> Problems()
    {
        if (ConnectionsPerClient is < 0 or > MostConnections)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"RateLimit:ConnectionsPerClient: {ConnectionsPerClient} is not from 0 (no limit) to {MostConnections}.");
        }

        if (PermitsPerMinute is < 0 or > Most)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"RateLimit:PermitsPerMinute: {PermitsPerMinute} is not from 0 (no limit) to {Most}.");
        }
    }
}
