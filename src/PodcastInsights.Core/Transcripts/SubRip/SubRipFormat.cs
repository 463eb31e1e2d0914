using PodcastInsights.Core.Transcripts.Captions;

namespace PodcastInsights.Core.Transcripts.SubRip;

/// <summary>SubRip captions, with a speaker's name before the text at changes of speaker. See <c>docs/formats/subrip.md</c>.</summary>
internal sealed class SubRipFormat : ITranscriptFormat
{
    public string Name => "subrip";

    public FormatVote Vote(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!source.Text.Contains("-->", StringComparison.Ordinal))
        {
            return default;
        }

        // WebVTT has similar lines of times, but a signature, or points in the times.
        var vote = CaptionVote.Of(source, signature: -1);
        return CaptionCue.HasPoints(source) || source.Text.AsSpan().TrimStart().StartsWith("WEBVTT", StringComparison.OrdinalIgnoreCase)
            ? vote with { Explained = vote.Explained / 2 }
            : vote;
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
