using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>A link to one moment of a recording, as the place it is kept at wants it.</summary>
public static class MediaMoment
{
    public static Uri? Of(Uri? media, Timestamp? at)
    {
        if (media is null || at is not { } moment)
        {
            return null;
        }

        var seconds = (moment.Milliseconds / 1000).ToString(CultureInfo.InvariantCulture);
        return media.Host is "youtu.be" or "youtube.com" || media.Host.EndsWith(".youtube.com", StringComparison.Ordinal)
            ? new Uri($"{media.GetLeftPart(UriPartial.Query)}{(media.Query.Length == 0 ? '?' : '&')}t={seconds}")

            // Media fragments (W3C), which browsers and most players take.
            : new Uri($"{media.GetLeftPart(UriPartial.Query)}#t={seconds}");
    }
}
