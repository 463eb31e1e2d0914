using System.Globalization;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering.Addresses;

/// <summary>Makes a link to a moment of a recording, in the syntax of its host.</summary>
internal static class MediaMoment
{
    /// <param name="recording">Address of the recording: absolute or root-relative.</param>
    public static string? Of(string? recording, Timestamp? at)
    {
        if (recording is null || at is not { } moment)
        {
            return null;
        }

        var whole = recording.Split('#')[0];
        if (IsOfYouTube(recording))
        {
            var seconds = (moment.Milliseconds / 1000).ToString(CultureInfo.InvariantCulture);
            return $"{whole}{(whole.Contains('?', StringComparison.Ordinal) ? '&' : '?')}t={seconds}";
        }

        // Media fragments (W3C), which browsers and most players support.
        return $"{whole}#t={(moment.Milliseconds / 1000m).ToString(CultureInfo.InvariantCulture)}";
    }

    private static bool IsOfYouTube(string address) => Uri.TryCreate(address, UriKind.Absolute, out var media)
        && (media.Host is "youtu.be" or "youtube.com" || media.Host.EndsWith(".youtube.com", StringComparison.Ordinal));
}
