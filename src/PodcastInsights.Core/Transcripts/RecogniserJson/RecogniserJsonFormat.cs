using PodcastInsights.Core.Transcripts.Json;

namespace PodcastInsights.Core.Transcripts.RecogniserJson;

/// <summary>
/// JSON of speech recognition services and of what else lists what was said: AssemblyAI, Deepgram, Amazon Transcribe, Rev AI, Azure,
/// Google, Speechmatics, ElevenLabs, Gladia, Fireflies, Fathom, Podlove, FunASR, Bilibili, Tingwu. See <c>docs/formats/recogniser-json.md</c>.
/// </summary>
internal sealed class RecogniserJsonFormat : ITranscriptFormat
{
    private const string FirstAlternative = "results.channels[].alternatives[0]";

    /// <summary>One row for each structure of a service; those with separate speakers come first.</summary>
    private static readonly JsonShape[] Shapes =
    [
        // AssemblyAI, in milliseconds, and others that call them so, in seconds
        new("utterances", "text|transcript", "start", "end") { SecondsAUnit = null },
        // AssemblyAI without speakers, ElevenLabs
        new("words", "text", "start", "end") { Speaker = "speaker|speaker_id", SecondsAUnit = null },
        // Gladia
        new("result.transcription.utterances", "text", "start", "end"),
        // Deepgram
        new("results.utterances", "transcript", "start", "end"),
        new(FirstAlternative + ".paragraphs.paragraphs", "text", "start", "end") { Pieces = "sentences", HasChannels = true },
        new(FirstAlternative + ".words", "punctuated_word|word", "start", "end") { HasChannels = true },
        // Amazon Transcribe
        new("results.audio_segments", "transcript", "start_time", "end_time") { Speaker = "speaker_label" },
        new("results.items", "alternatives[0].content", "start_time", "end_time") { Speaker = "speaker_label" },
        // Google, whose last result has all words once more with their speakers
        new("results", "word", "startTime|startOffset", "endTime|endOffset") { Pieces = "alternatives[0].words", Speaker = "speakerTag|speakerLabel", LastMayRepeat = true },
        // Speechmatics
        new("results", "alternatives[0].content", "start_time", "end_time") { Speaker = "speaker|alternatives[0].speaker" },
        // Azure; a tick is 100 ns
        new("recognizedPhrases", "nBest[0].display", "offsetInTicks", "") { SecondsAUnit = 1e-7 },
        // Rev AI
        new("monologues", "value", "ts", "end_ts") { Pieces = "elements" },
        // Fireflies, as a file and as its service answers
        new("sentences", "text", "start_time", "end_time") { Speaker = "speaker_name" },
        new("data.transcript.sentences", "text", "start_time", "end_time") { Speaker = "speaker_name" },
        // Podlove, in its player's settings or as a list alone
        new("transcripts", "text", "start_ms", "end_ms") { Speaker = "voice|speaker", SecondsAUnit = 0.001 },
        // Fathom and small programs, which write a list alone or as one member
        new("transcript", "text|content|words", "start|start_time|startTime|timestamp|time|offset", "end|end_time|endTime")
        {
            Speaker = "speaker|speaker_name|speakerName|name",
            SecondsAUnit = null,
            MayBeClock = true,
        },
        // FunASR, as a list of recordings and as one; the subtitles of Bilibili; Supadata
        new("sentence_info", "text|sentence", "start", "end") { Pieces = "sentence_info", Speaker = "spk", SecondsAUnit = 0.001 },
        new("sentence_info", "text|sentence", "start", "end") { Speaker = "spk", SecondsAUnit = 0.001 },
        // Tingwu of Alibaba
        new("Transcription.Paragraphs", "Text", "Start", "End") { Pieces = "Words", Speaker = "SpeakerId", SecondsAUnit = 0.001 },
        new("body", "content", "from", "to"),
        new("content", "text", "offset", "") { SecondsAUnit = 0.001 },
    ];

    public string Name => "recogniser-json";

    /// <summary>Counts items instead of lines, because a file may be one line.</summary>
    public FormatVote Vote(SourceText source) => JsonSpeech.Vote(source, Shapes);

    public EditionDraft Parse(SourceText source) => JsonSpeech.Parse(source, Name, Shapes);
}
