using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.WhisperJson;

/// <summary>
/// JSON of Whisper, WhisperX and whisper.cpp: segments with times, text and an optional speaker. See <c>docs/formats/whisper-json.md</c>.
/// </summary>
internal sealed class WhisperJsonFormat : ITranscriptFormat
{
    private static readonly JsonShape[] Shapes =
    [
        new("segments", "text", "start", "end") { Speaker = "speaker|words[0].speaker" },
        new("transcription", "text", "offsets.from", "offsets.to") { SecondsAUnit = 0.001 },
        // Output with word timestamps only.
        new("words", "word", "start", "end"),
    ];

    public string Name => "whisper-json";

    /// <summary>Counts segments instead of lines, because a file may be one line.</summary>
    public FormatVote Vote(SourceText source) => JsonSpeech.Vote(source, Shapes);

    public EditionDraft Parse(SourceText source) => JsonSpeech.Parse(source, Name, Shapes);
}
