using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Transcripts.SubRip;

/// <summary>Numbered captions, a speaker's name before the words where the speaker changes. See <c>docs/formats/subrip.md</c>.</summary>
public sealed class SubRipFormat : ITranscriptFormat
{
    public string Name => "subrip";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Text.Contains("-->", StringComparison.Ordinal))
        {
            return default;
        }

        var vote = new VoteCount();
        var lines = source.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            vote.Add(lines[i], CaptionCue.IsTimingOrLabel(lines, i));
        }

        // WebVTT has the same lines of times, and a signature or a point in them.
        return lines[0].StartsWith("WEBVTT", StringComparison.Ordinal) || CaptionCue.HasPoints(source) ? vote.Result(0.5) : vote.Result();
    }

    public EditionDraft Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var draft = new EditionDraft(source.Path, Name);
        var cues = CaptionCue.ReadAll(source, 0, CaptionCue.IsNumber, _ => false, draft);
        CaptionReader.Join(cues, draft);
        return draft;
    }
}
