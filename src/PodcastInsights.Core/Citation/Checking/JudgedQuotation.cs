namespace PodcastInsights.Core.Citation.Checking;

/// <summary>A quotation with its verdict.</summary>
/// <param name="Passages">See <see cref="CheckedQuotation.Places"/>.</param>
internal sealed record JudgedQuotation(
    GivenWords Given, string? Speaker, QuotationVerdict Verdict, IReadOnlyList<FoundPassage> Passages, bool HasMore)
{
    /// <summary>Number of words in the range that were said where the quotation was found.</summary>
    public int SaidOf(int from, int to) => Passages.Count == 0 ? 0 : Verdict is QuotationVerdict.Spliced or QuotationVerdict.NotFound
        ? Passages.Sum(passage => SaidOf(passage, from, to))
        : SaidOf(Passages[0], from, to);

    public CheckedQuotation ToQuotation() => new(
        Given.Text, Speaker, Verdict, [.. Passages.Select(static passage => passage.ToPlace())], HasMore);

    private static int SaidOf(FoundPassage passage, int from, int to) => passage.Alignment.Runs
        .Where(static run => run.Same)
        .Sum(run => Math.Max(0, Math.Min(run.GivenTo, to) - Math.Max(run.GivenFrom, from)));
}
