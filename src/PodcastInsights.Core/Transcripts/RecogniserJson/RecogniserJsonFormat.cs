using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.RecogniserJson;

/// <summary>
/// JSON of speech recognition services: AssemblyAI, Deepgram, Amazon Transcribe, Rev AI, Fireflies; and of Podlove. See
/// <c>docs/formats/recogniser-json.md</c>.
/// </summary>
internal sealed class RecogniserJsonFormat : ITranscriptFormat
{
    private const string FirstAlternative = "results.channels[].alternatives[0]";

    /// <summary>One row for each structure of a service; those with separate speakers come first.</summary>
    private static readonly JsonShape[] Shapes =
    [
        // AssemblyAI, in milliseconds, and others that call them so, in seconds
        new("utterances", "text|transcript", "start", "end") { SecondsAUnit = null },
        new("words", "text", "start", "end") { SecondsAUnit = null },
        // Deepgram
        new("results.utterances", "transcript", "start", "end"),
        new(FirstAlternative + ".paragraphs.paragraphs", "text", "start", "end") { Pieces = "sentences", HasChannels = true },
        new(FirstAlternative + ".words", "punctuated_word|word", "start", "end") { HasChannels = true },
        // Amazon Transcribe
        new("results.audio_segments", "transcript", "start_time", "end_time") { Speaker = "speaker_label" },
        new("results.items", "alternatives[0].content", "start_time", "end_time") { Speaker = "speaker_label" },
        // Rev AI
        new("monologues", "value", "ts", "end_ts") { Pieces = "elements" },
        // Fireflies, as a file and as its service answers
        new("sentences", "text", "start_time", "end_time") { Speaker = "speaker_name" },
        new("data.transcript.sentences", "text", "start_time", "end_time") { Speaker = "speaker_name" },
        // Podlove, in its player's settings or as a list alone
        new("transcripts", "text", "start_ms", "end_ms") { Speaker = "voice|speaker", SecondsAUnit = 0.001 },
    ];

    public string Name => "recogniser-json";

    /// <summary>Counts items instead of lines, because a file may be one line.</summary>
    public FormatVote Vote(SourceText source) => JsonSpeech.Vote(source, Shapes);

    public EditionDraft Parse(SourceText source) => JsonSpeech.Parse(source, Name, Shapes);
}
