using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// Holds quotations against what was said. See <c>docs/checking.md</c> for what each verdict means. For one text, in one state of the index.
/// </summary>
public sealed class QuotationChecker(
    SearchCorpus corpus, IPostings postings, ISpokenTurns turns, CancellationToken cancellationToken = default)
{
    private readonly PassageSearch passages = new(corpus, postings, turns, cancellationToken);

    /// <param name="text">One quotation, or a text that holds some; any text at all.</param>
    /// <param name="speaker">Who is said to have said it; null where the text alone may tell.</param>
    /// <returns>Of no meaning where not all posting lists are at hand: see <see cref="IPostings"/>.</returns>
    public QuotationReport Check(string text, string? speaker)
    {
        ArgumentNullException.ThrowIfNull(text);
        var given = new GivenWords(QuotedText.Clean(text));
        if (given.Count == 0)
        {
            return new QuotationReport([]);
        }

        // All lists are asked for before anything is compared, so that what is compared is compared once.
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
