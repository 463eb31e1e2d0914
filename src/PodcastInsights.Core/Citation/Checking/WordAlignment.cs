namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A range of the quotation and the range of words said aligned with it; one of them may be empty.</summary>
/// <param name="Same">Whether they are the same words.</param>
internal readonly record struct AlignedRun(int GivenFrom, int GivenTo, int SaidFrom, int SaidTo, bool Same);

/// <summary>An alignment of a quotation with words said.</summary>
/// <param name="Runs">In order, without gaps; at least one.</param>
/// <param name="Cost">See <see cref="WordAligner"/>; 0 where all words are the same.</param>
internal sealed record WordAlignment(IReadOnlyList<AlignedRun> Runs, int Cost)
{
    public int GivenFrom => Runs[0].GivenFrom;

    public int GivenTo => Runs[^1].GivenTo;

    public int SaidFrom => Runs[0].SaidFrom;

    public int SaidTo => Runs[^1].SaidTo;

    /// <summary>Number of the quotation's words that match.</summary>
    public int SameCount => Runs.Where(static run => run.Same).Sum(static run => run.GivenTo - run.GivenFrom);
}
