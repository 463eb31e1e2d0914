using System.Globalization;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>RateLimit</c>: how much one client may ask for.</summary>
public sealed class RateLimitSettings : ISettings
{
    private const int Most = 1_000_000;

    public static string Section => "RateLimit";

    /// <summary>Requests for pages and data that one client may make in a minute; 0: no limit.</summary>
    public int PermitsPerMinute { get; set; }

    public IEnumerable<string> Problems()
    {
        if (PermitsPerMinute is < 0 or > Most)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"RateLimit:PermitsPerMinute: {PermitsPerMinute} is not from 0 (no limit) to {Most}.");
        }
    }
}
