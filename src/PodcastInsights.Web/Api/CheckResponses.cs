using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Citation.Checking;
using PodcastInsights.Web.Rendering.Addresses;

namespace PodcastInsights.Web.Api;

/// <summary>The result of checking a text.</summary>
/// <param name="Verdict">
/// exact: these words in this order; elided: the same except for words left out at an ellipsis; near: a few words differ; spliced: pieces
/// of different places; misattributed: said by another speaker; not-found. Of several quotations, the worst verdict.
/// </param>
/// <param name="Matches">The places where it was said, of all quotations in their order.</param>
/// <param name="Quotations">The quotations in the text, each with its own verdict.</param>
internal sealed record CheckResponse(
    QuotationVerdict Verdict, IReadOnlyList<CheckMatchResponse> Matches, IReadOnlyList<CheckedQuotationResponse> Quotations)
{
    public static CheckResponse From(QuotationReport report, string root)
    {
        var quotations = report.Quotations.Select(quotation => CheckedQuotationResponse.From(quotation, root)).ToList();
        return new CheckResponse(report.Verdict, [.. quotations.SelectMany(static quotation => quotation.Matches)], quotations);
    }
}

/// <summary>One quotation of the text.</summary>
/// <param name="Text">The words of the quotation.</param>
/// <param name="Speaker">The speaker to whom the text attributes it; null for none.</param>
/// <param name="More">Whether there are more places than are listed.</param>
internal sealed record CheckedQuotationResponse(
    string Text, string? Speaker, QuotationVerdict Verdict, IReadOnlyList<CheckMatchResponse> Matches, bool More)
{
    public static CheckedQuotationResponse From(CheckedQuotation quotation, string root) => new(
        quotation.Text,
        quotation.Speaker,
        quotation.Verdict,
        [.. quotation.Places.Select(place => CheckMatchResponse.From(place, root))],
        quotation.HasMore);
}

/// <summary>A place where the words or some of them were said.</summary>
/// <param name="Turn">The turn in which they begin.</param>
/// <param name="Given">The words of the quotation that were found here.</param>
/// <param name="Quote">The words as they were said.</param>
/// <param name="Differences">The differences between quotation and transcript, in order.</param>
/// <param name="Cautions">Kinds of differences that may reverse the meaning.</param>
internal sealed record CheckMatchResponse(
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
internal sealed record SaidQuoteResponse(string Text, string Url);

/// <summary>A difference between a quotation and the transcript.</summary>
/// <param name="Given">The quotation's words; empty where words are missing, an ellipsis where the quotation has one.</param>
/// <param name="Source">The transcript's words; empty where the quotation has additional words.</param>
internal sealed record DifferenceResponse(string Given, string Source);
