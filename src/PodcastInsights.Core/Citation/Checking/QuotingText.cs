
namespace PodcastInsights.Core.Citation.Checking;

/// <summary>
/// Tells what of a text is quoted: all of it, what stands between its quotation marks, or each of its paragraphs. What was said decides, since
/// people who talk quote others too, and transcripts put marks around that.
/// </summary>
/// <param name="judge">Judges a quotation that somebody is said to have said.</param>
internal sealed class QuotingText(GivenWords text, KnownNames names, Func<GivenWords, string?, JudgedQuotation> judge)
{
    // Fewer words between quotation marks are a title, or a word that is not meant so.
    private const int LeastWords = 3;

    private const int MostQuotations = 40;

    /// <summary>The quotations in their order, each judged.</summary>
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

    /// <summary>Where it is not what was said, judges it anew without the name that stands before or behind it, if one does.</summary>
    private JudgedQuotation WithoutName(JudgedQuotation judged, string? speaker) =>
        !IsSaid(judged) && Attribution.Of(judged.Given, names) is { } attribution
            ? judge(judged.Given.Within(attribution.Quoted), speaker ?? attribution.Name)
            : judged;

    private static bool IsSaid(JudgedQuotation judged) => judged.Verdict is QuotationVerdict.Exact or QuotationVerdict.Elided;

    private int WordsOutside(List<TextRange> quoted) => text.Count - quoted.Sum(range => text.CountBefore(range.End) - text.CountBefore(range.Start));

    /// <summary>How many of the words outside the quotation marks were said beside those within.</summary>
    private int SaidOutside(JudgedQuotation whole, List<TextRange> quoted) =>
        whole.SaidOf(0, text.Count) - quoted.Sum(range => whole.SaidOf(text.CountBefore(range.Start), text.CountBefore(range.End)));

    private List<GivenWords> Paragraphs() =>
    [
        .. text.Text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static paragraph => new GivenWords(paragraph))
            .Where(static paragraph => paragraph.Count >= LeastWords),
    ];
}
