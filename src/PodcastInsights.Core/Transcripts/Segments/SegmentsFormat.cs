using PodcastInsights.Core.Transcripts.Captions;
using PodcastInsights.Core.Transcripts.Labelled;

namespace PodcastInsights.Core.Transcripts.Segments;

/// <summary>
/// The plain text of a recogniser, as Whisper writes it: each line is a segment of speech, without a name or a time. See
/// <c>docs/formats/segments.md</c>.
/// </summary>
internal sealed class SegmentsFormat : ITranscriptFormat
{
    public string Name => "segments";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var lines = LabelledText.Of(source).Lines;
        return SegmentLines.Are(lines) ? new FormatVote(lines.Count, lines.Count) : default;
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        Utterance.Join(
            LabelledText.Of(source).Lines.Where(static line => !line.IsBlank).Select(static line => new Utterance(null, null, null, line.Text, line.Number)),
            draft);
        return draft;
    }
}
