using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.PodcastJson;

/// <summary>The JSON of the Podcasting 2.0 namespace, often one word a segment. See <c>docs/formats/podcast-json.md</c>.</summary>
public sealed class PodcastJsonFormat : ITranscriptFormat
{
    public string Name => "podcast-json";

    /// <summary>Counts segments, not lines: a whole file may stand on one line.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return JsonSegments.Read(source).Vote("body", "startTime");
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        JsonSegments.Read(source).Join("body", "startTime", "endTime", draft);
        return draft;
    }
}
