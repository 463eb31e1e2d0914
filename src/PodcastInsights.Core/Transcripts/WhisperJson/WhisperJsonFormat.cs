using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.WhisperJson;

/// <summary>
/// What Whisper and WhisperX write: segments with <c>start</c>, <c>end</c>, <c>text</c> and perhaps a <c>speaker</c>. See
/// <c>docs/formats/whisper-json.md</c>.
/// </summary>
public sealed class WhisperJsonFormat : ITranscriptFormat
{
    public string Name => "whisper-json";

    /// <summary>Counts segments, not lines: a whole file may stand on one line.</summary>
    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return JsonSegments.Read(source).Vote("text", "start");
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        JsonSegments.Read(source).Join("text", "start", "end", draft);
        return draft;
    }
}
