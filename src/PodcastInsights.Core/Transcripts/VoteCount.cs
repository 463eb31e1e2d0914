namespace PodcastInsights.Core.Transcripts;

/// <summary>Counts the vote of formats with header lines for speakers: a header matches itself and some lines after it.</summary>
internal sealed class VoteCount
{
    /// <summary>Number of lines after a header that count. Longer turns are rare, and a doubtful header is no evidence for more.</summary>
    public const int Reach = 6;

    /// <summary>For a certain header, all lines up to the next one count.</summary>
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

    /// <param name="weight">Factor from 0 to 1, lower for formats with less specific headers.</param>
    public FormatVote Result(double weight = 1) => new(lines, headers == 0 ? 0 : (int)(explained * weight));
}
