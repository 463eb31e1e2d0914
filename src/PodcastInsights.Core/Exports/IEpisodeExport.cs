using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Core.Exports;

/// <summary>
/// A shape in which an episode is given away. Each that holds words is read again by one of the formats of <c>Transcripts/</c>; see
/// <c>docs/formats/exports.md</c>.
/// </summary>
public interface IEpisodeExport
{
    /// <summary>In addresses, such as <c>md</c> or <c>podcast.json</c>.</summary>
    string Name { get; }

    /// <summary>Of the file's name, without dot.</summary>
    string Extension { get; }

    /// <summary>The media type, with its charset where that has one.</summary>
    string MediaType { get; }

    /// <summary>Whether the shape has something to hold of this episode: captions and chapters need at least one time.</summary>
    bool CanHold(Episode episode);

    /// <summary>Writes the episode in UTF-8, piece by piece; leaves the stream open.</summary>
    Task WriteAsync(Episode episode, Stream output, CancellationToken cancellationToken);
}
