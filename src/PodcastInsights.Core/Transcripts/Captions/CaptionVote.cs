namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// Distinguishes captions from a page about them. A file that begins with a cue or a signature is captions as a whole. Below other text,
/// each cue explains only some lines after it; a page with fenced code is never captions.
/// </summary>
internal static class CaptionVote
{
    /// <param name="signature">Index of the signature line; -1 for none.</param>
    public static FormatVote Of(SourceText source, int signature)
    {
        var lines = source.Lines;
        var first = Math.Max(signature, 0);
        while (first < lines.Count && string.IsNullOrWhiteSpace(lines[first]))
        {
            first++;
        }

        var begins = first < lines.Count && (first == signature || CaptionCue.IsTimingOrLabel(lines, first));
        if (!begins && lines.Any(IsFence))
        {
            return default;
        }

        var vote = new VoteCount();
        var cues = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var timing = CaptionCue.IsTimingOrLabel(lines, i);
            cues += timing ? 1 : 0;
            vote.Add(lines[i], timing || i == signature, begins ? VoteCount.ToTheNext : VoteCount.Reach);
        }

        return cues == 0 ? default : vote.Result();
    }

    private static bool IsFence(string line) =>
        line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
}
