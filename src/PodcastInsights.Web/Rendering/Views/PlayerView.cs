using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Rendering.Addresses;
using PodcastInsights.Web.Settings;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>The player of an episode's page.</summary>
/// <param name="Source">Address of the recording.</param>
/// <param name="MediaType">Media type; null where the address does not tell.</param>
internal sealed record PlayerView(string Source, string? MediaType)
{
    /// <summary>Playback rates, as HTML numbers.</summary>
    public static IReadOnlyList<string> Speeds { get; } = ["0.75", "1", "1.25", "1.5", "1.75", "2", "2.5"];

    public bool IsVideo => MediaType?.StartsWith("video/", StringComparison.Ordinal) == true;

    /// <summary>The player for the file beside the transcript, or else for the media link where its host may be played.</summary>
    /// <returns>Null where there is nothing to play.</returns>
    public static PlayerView? Of(EpisodeView shown, SiteLinks links, RecordingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(shown);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(settings);
        var episode = shown.Episode;
        if (links.Recording(episode.Summary.Slug, episode.Recording, episode.TimedMediaUrl) is not { } source)
        {
            return null;
        }

        var name = episode.Recording?.Path;
        if (name is null)
        {
            var media = new Uri(source);
            if (!settings.Allows(media))
            {
                return null;
            }

            name = media.AbsolutePath;
        }

        return new PlayerView(source.Split('#')[0], RecordingKind.Of(name)?.MediaType);
    }
}
