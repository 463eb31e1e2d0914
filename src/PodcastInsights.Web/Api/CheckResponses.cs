using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>What came of checking a text.</summary>
/// <param name="Verdict">
/// exact: these words in this order; elided: the same, but for what an ellipsis leaves out; near: a few words differ; spliced: pieces of
/// different places; misattributed: said by somebody else; not-found. Of several quotations, that of the worst.
/// </param>
/// <param name="Matches">Where it was said, of all quotations in their order.</param>
/// <param name="Quotations">The quotations that the text holds, each with its own verdict.</param>
public sealed record CheckResponse(
    QuotationVerdict Verdict, IReadOnlyList<CheckMatchResponse> Matches, IReadOnlyList<CheckedQuotationResponse> Quotations)
{
    public static CheckResponse From(QuotationReport report, string root)
    {
        var quotations = report.Quotations.Select(quotation => CheckedQuotationResponse.From(quotation, root)).ToList();
        return new CheckResponse(report.Verdict, [.. quotations.SelectMany(static quotation => quotation.Matches)], quotations);
    }
}

/// <summary>One quotation of the text.</summary>
/// <param name="Text">What was looked for.</param>
/// <param name="Speaker">Who is said to have said it; null where nobody is named.</param>
/// <param name="More">Whether it was said in more places than are listed.</param>
public sealed record CheckedQuotationResponse(
    string Text, string? Speaker, QuotationVerdict Verdict, IReadOnlyList<CheckMatchResponse> Matches, bool More)
{
    public static CheckedQuotationResponse From(CheckedQuotation quotation, string root) => new(
        quotation.Text,
        quotation.Speaker,
        quotation.Verdict,
        [.. quotation.Places.Select(place => CheckMatchResponse.From(place, root))],
        quotation.HasMore);
}

/// <summary>A place where the words, or a piece of them, were said.</summary>
/// <param name="Turn">The one in which they begin.</param>
/// <param name="Given">The words of the quotation that were found here.</param>
/// <param name="Quote">The words as they were said.</param>
/// <param name="Differences">Where the two part, in order.</param>
/// <param name="Cautions">What the differences touch that may turn the sense around.</param>
public sealed record CheckMatchResponse(
    SearchEpisodeResponse Episode,
    SearchTurnResponse Turn,
    string Given,
    SaidQuoteResponse Quote,
    IReadOnlyList<DifferenceResponse> Differences,
    IReadOnlyList<QuotationCaution> Cautions)
{
    public static CheckMatchResponse From(QuotationPlace place, string root)
    {
        var turn = place.Turns[0];
        return new CheckMatchResponse(
            new SearchEpisodeResponse(Paths.Segment(place.Episode), place.EpisodeTitles, place.PublishedOn),
            new SearchTurnResponse(
                turn.Id.ToString(),
                turn.Number,
                turn.Speaker,
                turn.Start?.Seconds,
                root + Paths.Turn(place.Episode, turn.Id, place.Edition)),
            place.Given,
            new SaidQuoteResponse(place.Text, root + Paths.Turn(place.Episode, turn.Id, place.Edition, CitedWords.Of(place))),
            [.. place.Differences.Select(difference => new DifferenceResponse(difference.Given, difference.Source))],
            place.Cautions);
    }
}

/// <summary>Words as they were said.</summary>
/// <param name="Url">A link to them, root-relative.</param>
public sealed record SaidQuoteResponse(string Text, string Url);

/// <summary>Where a quotation and what was said part.</summary>
/// <param name="Given">The quotation's words; empty where it lacks some, an ellipsis where it says so.</param>
/// <param name="Source">The words said; empty where nobody said the quotation's.</param>
public sealed record DifferenceResponse(string Given, string Source);
