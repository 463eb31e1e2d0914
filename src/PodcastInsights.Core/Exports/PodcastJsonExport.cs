using System.Text.Json;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>The transcript JSON of the Podcasting 2.0 namespace, version 1.0.0.</summary>
internal sealed class PodcastJsonExport : IEpisodeExport
{
    public string Name => "podcast.json";

    public string Extension => "json";

    public string MediaType => "application/json";

    public bool CanHold(Episode episode) => CaptionTrack.HasTimes(episode);

    public Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(episode);
        var segments = CaptionTrack.Of(episode).Select(caption => new
        {
            speaker = caption.Speaker,
            startTime = caption.Start.Seconds,
            endTime = caption.End.Seconds,
            body = caption.Text,
        });
        return JsonSerializer.SerializeAsync(
            output, new { version = "1.0.0", language = episode.Language, segments }, ExportJson.Options, cancellationToken);
    }
}
