
namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// Finds the quotations in a text: the whole text, the passages in quotation marks, or each paragraph. The reading that matches the library
/// best is taken, because speakers quote others too and transcripts put quotation marks there.
/// </summary>
/// <param name="judge">Judges a quotation with its claimed speaker.</param>
internal sealed class QuotingText(GivenWords text, KnownNames names, Func<GivenWords, string?, JudgedQuotation> judge)
{
    // Fewer words in quotation marks are a title, or irony.
    private const int LeastWords = 3;

    private const int MostQuotations = 40;

    /// <summary>The judged quotations, in text order.</summary>
    public IReadOnlyList<JudgedQuotation> Check(string? speaker)
    {
        var quoted = QuotedText.Quoted(text.Text).FindAll(range => text.Within(range).Count >= LeastWords);
        if (quoted is [var only] && WordsOutside(quoted) == 0)
        {
            return [judge(text.Within(only), speaker)];
        }

        var whole = judge(text, speaker);
        if (IsSaid(whole))
        {
            return [whole];
        }

        if (quoted.Count > 0 && 2 * SaidOutside(whole, quoted) < WordsOutside(quoted))
        {
            return [.. quoted.Take(MostQuotations).Select(range => judge(text.Within(range), speaker ?? Attribution.Around(text.Text, range, names)))];
        }

        whole = WithoutName(whole, speaker);
        return whole.Verdict is QuotationVerdict.Spliced or QuotationVerdict.NotFound && Paragraphs() is { Count: > 1 } paragraphs
            ? [.. paragraphs.Take(MostQuotations).Select(paragraph => WithoutName(judge(paragraph, speaker), speaker))]
            : [whole];
    }

    /// <summary>Judges a quotation that was not found again without the name before or after it, if there is one.</summary>
    private JudgedQuotation WithoutName(JudgedQuotation judged, string? speaker) =>
        !IsSaid(judged) && Attribution.Of(judged.Given, names) is { } attribution
            ? judge(judged.Given.Within(attribution.Quoted), speaker ?? attribution.Name)
            : judged;

    private static bool IsSaid(JudgedQuotation judged) => judged.Verdict is QuotationVerdict.Exact or QuotationVerdict.Elided;

    private int WordsOutside(List<TextRange> quoted) => text.Count - quoted.Sum(range => text.CountBefore(range.End) - text.CountBefore(range.Start));

    /// <summary>Number of words outside the quotation marks that were said there too.</summary>
    private int SaidOutside(JudgedQuotation whole, List<TextRange> quoted) =>
        whole.SaidOf(0, text.Count) - quoted.Sum(range => whole.SaidOf(text.CountBefore(range.Start), text.CountBefore(range.End)));

    private List<GivenWords> Paragraphs() =>
    [
        .. text.Text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static paragraph => new GivenWords(paragraph))
            .Where(static paragraph => paragraph.Count >= LeastWords),
    ];
}
