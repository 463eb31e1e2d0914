using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// Checks quotations against the transcripts. See <c>docs/checking.md</c> for the meaning of the verdicts. For one text and one version of
/// the index.
/// </summary>
internal sealed class QuotationChecker(
    SearchCorpus corpus, IPostings postings, ISpokenTurns turns, CancellationToken cancellationToken = default)
{
    private readonly PassageSearch passages = new(corpus, postings, turns, cancellationToken);

    /// <param name="text">A quotation, or a text that contains some; any text is valid.</param>
    /// <param name="speaker">The claimed speaker; null where only the text may name one.</param>
    /// <returns>Invalid where posting lists were missing: see <see cref="IPostings"/>.</returns>
    public QuotationReport Check(string text, string? speaker)
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = new GivenWords(QuotedText.Clean(text));
        if (given.Count == 0)
        {
            return new QuotationReport([]);
        }

        // All lists are requested first, so that nothing is compared twice.
        passages.AskFor(given);
        if (!postings.AreAtHand)
        {
            return new QuotationReport([]);
        }

        var named = speaker is null || new GivenName(speaker).IsEmpty ? null : speaker;
        var judged = new QuotingText(given, new KnownNames(corpus.Speakers), passages.Judge).Check(named);
        return new QuotationReport([.. judged.Select(static quotation => quotation.ToQuotation())]);
    }
}
