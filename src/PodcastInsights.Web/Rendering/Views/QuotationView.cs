using PodcastInsights.Core.Citation;
using PodcastInsights.Core.Episodes;
using PodcastInsights.Web.Localisation;

namespace PodcastInsights.Web.Rendering.Views;

/// <summary>
/// The quotable words of a turn link: its words, those of the whole turn, or none where they have changed. Page, description and card use
/// it, so that none shows changed words as a quotation.
/// </summary>
/// <param name="Speakers">Speakers; empty where unknown.</param>
/// <param name="Start">Time of the words; null where unknown.</param>
/// <param name="Text">The words, with names where there are several speakers; null where they have changed.</param>
internal sealed record QuotationView(string Speakers, Timestamp? Start, string? Text)
{
    public static QuotationView Of(TurnMatch match)
    {
        var passages = match.Quote?.Passages ?? [];
        var speakers = passages.Count == 0 ? [match.Turn.Speaker] : passages.Select(passage => passage.Turn.Speaker).Distinct();
        return new(string.Join(", ", speakers.OfType<string>()), StartOf(match, passages), TextOf(match));
    }

    private static Timestamp? StartOf(TurnMatch match, IReadOnlyList<QuotedPassage> passages) => passages is [var first, ..]
        ? first.Turn.Paragraphs[first.Ranges[0].Paragraph - 1].Start ?? first.Turn.Start
        : match.Turn.Start;

    private static string? TextOf(TurnMatch match) => (match.Quote, match.Kind) switch
    {
        ({ IsQuotation: false }, _) => null,
        (null or { Match: QuotationMatch.Unknown }, TurnMatchKind.Edited) => null,
        (null, _) => match.Turn.Plain,
        ({ Passages: [var one] }, _) => one.Text,
        ({ } quote, _) => string.Join(' ', quote.Passages.Select(passage => $"{passage.Turn.Speaker ?? Texts.UnknownSpeaker}: {passage.Text}")),
    };
}
