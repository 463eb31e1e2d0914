namespace PodcastInsights.Core.Transcripts.Captions;

/// <summary>
/// Tells captions from a page about them. Captions begin with a cue or a signature, and then all lines are theirs. Where a title or a
/// remark stands above, a cue explains some lines below it; a page with fenced code is none, whatever it shows as an example.
/// </summary>
internal static class CaptionVote
{
    /// <param name="signature">Index of the line that says what the file is; -1 where there is none.</param>
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
