using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.PodcastJson;

/// <summary>The JSON transcripts of the Podcasting 2.0 namespace, often with one word a segment. See <c>docs/formats/podcast-json.md</c>.</summary>
internal sealed class PodcastJsonFormat : ITranscriptFormat
{
    private static readonly JsonShape[] Shapes = [new("segments", "body", "startTime", "endTime") { NamesOnChange = true }];

    public string Name => "podcast-json";

    /// <summary>Counts segments instead of lines, because a file may be one line.</summary>
    public FormatVote Vote(SourceText source) => JsonSpeech.Vote(source, Shapes);

    public EditionDraft Parse(SourceText source) => JsonSpeech.Parse(source, Name, Shapes);
}
