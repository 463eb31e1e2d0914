using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>
/// A file format in which an episode can be downloaded. Every format with turns can be read again by one of the formats in
/// <c>Transcripts/</c>; see <c>docs/formats/exports.md</c>.
/// </summary>
public interface IEpisodeExport
{
    /// <summary>Name in addresses, such as <c>md</c> or <c>podcast.json</c>.</summary>
    string Name { get; }

    /// <summary>File name extension, without dot.</summary>
    string Extension { get; }

    /// <summary>The media type, with its charset where that has one.</summary>
    string MediaType { get; }

    /// <summary>Whether the format can represent this episode: captions and chapters need at least one time.</summary>
    bool CanHold(Episode episode);

    /// <summary>Writes the episode in UTF-8, piece by piece; leaves the stream open.</summary>
    Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken);
}
