using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.WhisperJson;

/// <summary>
/// What Whisper, WhisperX and whisper.cpp write: segments with times, text and perhaps a speaker. See
/// <c>docs/formats/whisper-json.md</c>.
/// </summary>
public sealed class WhisperJsonFormat : ITranscriptFormat
{
    private static readonly JsonShape[] Shapes =
    [
        new("segments", "text", "start", "end"),
        new("transcription", "text", "offsets.from", "offsets.to") { SecondsAUnit = 0.001 },
        // Where only words were asked for.
        new("words", "word", "start", "end"),
    ];

    public string Name => "whisper-json";

    /// <summary>Counts segments, not lines: a whole file may stand on one line.</summary>
    public FormatVote Vote(SourceText source) => JsonSpeech.Vote(source, Shapes);

    public EditionDraft Parse(SourceText source) => JsonSpeech.Parse(source, Name, Shapes);
}
