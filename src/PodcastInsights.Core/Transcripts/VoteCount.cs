namespace PodcastInsights.Core.Transcripts;

/// <summary>Counts a vote for formats whose speakers stand on header lines: a header explains itself and some lines below it.</summary>
internal sealed class VoteCount
{
    /// <summary>
    /// Turns of more lines than this are rare in talk; beyond it a header that may be none is no evidence for what stands below it.
    /// </summary>
    public const int Reach = 6;

    /// <summary>Of a header that is a speaker's beyond doubt: a speech may have any number of lines.</summary>
    public const int ToTheNext = int.MaxValue;

    private int lines;
    private int explained;
    private int headers;
    private int left;

    public void Add(string line, bool header, int reach = Reach)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lines++;
        if (header)
        {
            headers++;
            left = reach;
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
