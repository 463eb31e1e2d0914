namespace PodcastInsights.Core.Transcripts.Lines;

/// <summary>Counts a vote for formats whose speakers stand on header lines: a header explains itself and some lines below it.</summary>
internal sealed class VoteCount
{
    // Turns of more lines than this are rare in speech; beyond it a header is no evidence for what stands below it.
    private const int Reach = 6;

    private int lines;
    private int explained;
    private int headers;
    private int left;

    public void Add(string line, bool header)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lines++;
        if (header)
        {
            headers++;
            left = Reach;
            explained++;
        }
        else if (left > 0)
        {
            left--;
            explained++;
        }
    }

    /// <param name="weight">From 0 to 1: how much less telling than others the format's headers are.</param>
    public FormatVote Result(double weight = 1) => new(lines, headers == 0 ? 0 : (int)(explained * weight));
}
