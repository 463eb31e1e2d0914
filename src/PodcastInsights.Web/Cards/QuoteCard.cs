using PodcastInsights.Web.Cards.Typesetting;
using SkiaSharp;

namespace PodcastInsights.Web.Cards;

/// <summary>The card of a quotation: the words, speaker, source and time.</summary>
/// <param name="Quote">Of any length; cut where it does not fit.</param>
/// <param name="Speakers">Empty where unknown.</param>
/// <param name="Title">Title of the episode; empty where it only repeats the speaker's name.</param>
/// <param name="Date">Date of the episode and time of the words, as far as known; else empty.</param>
/// <param name="Language">Language of the words, BCP 47.</param>
internal sealed record QuoteCard(string Quote, string Speakers, string? Show, string Title, string Date, CardSite Site, string Language)
{
    /// <summary>Longest text that fits in the smallest type.</summary>
    private const int MostCharacters = 600;

    private const int MostOfName = 120;

    private const float ClipTop = 96;
    private const float QuoteTop = 112;
    private const float QuoteBottom = 458;
    private const float LargestQuote = 84;
    private const float SmallestQuote = 28;
    private const float CutQuote = 34;
    private const float MarkSize = 150;
    private const float MarkRoom = 78;
    private const float RuleTop = 484;
    private const float SpeakerBaseline = 536;
    private const float SpeakerSize = 33;
    private const float TitleBaseline = 578;
    private const float SmallSize = 26;
    private const float Gap = 40;

    /// <summary>Height of letters and quotation mark above the baseline, in ems.</summary>
    private const float LetterHeight = 0.7f;

    private static readonly SKColor Paper = new(0xfd, 0xfc, 0xf9);
    private static readonly SKColor Ink = new(0x23, 0x26, 0x2a);
    private static readonly SKColor Quiet = new(0x5d, 0x63, 0x69);
    private static readonly SKColor Line = new(0xe2, 0xdd, 0xd2);

    /// <returns>A PNG.</returns>
    public byte[] Draw() => Card.Draw(Paper, DrawOn);

    private void DrawOn(SKCanvas canvas)
    {
        var quote = FittedText.In(
            new SKSize(Card.Right - Card.Left - MarkRoom, QuoteBottom - QuoteTop),
            CardText.Of(Quote, MostCharacters),
            Language,
            LargestQuote,
            SmallestQuote,
            CutQuote);
        var fromRight = quote.Paragraph.IsRightToLeft;
        var (start, end, inwards) = fromRight ? (Card.Right, Card.Left, -1) : (Card.Left, Card.Right, 1);

        canvas.Fill(fromRight ? new SKRect(Card.Width - 14, 0, Card.Width, Card.Height) : new SKRect(0, 0, 14, Card.Height), Site.Accent);
        canvas.DrawHead(Named(Show), Site, Language, fromRight, Site.Accent, Quiet);

        var baseline = quote.Baseline(QuoteTop, QuoteBottom);
        FittedText.InOneLine(Card.Width, fromRight ? "”" : "“", "en", MarkSize, strong: true)
            .Draw(canvas, start, baseline + ((MarkSize - quote.Size) * LetterHeight), fromRight, Site.Pale);
        canvas.Save();

        // Stacked combining marks must not cover the speaker's name.
        canvas.ClipRect(new SKRect(0, ClipTop, Card.Width, RuleTop));
        quote.Draw(canvas, start + (inwards * MarkRoom), baseline, fromRight, Ink);
        canvas.Restore();

        canvas.Fill(new SKRect(Card.Left, RuleTop, Card.Right, RuleTop + 2), Line);
        var date = FittedText.InOneLine((Card.Right - Card.Left) / 2, Date, Language, SmallSize);
        date.Draw(canvas, end, SpeakerBaseline, !fromRight, Quiet);
        FittedText.InOneLine(Card.Right - Card.Left - date.Width - Gap, Named(Speakers) ?? "", Language, SpeakerSize, strong: true)
            .Draw(canvas, start, SpeakerBaseline, fromRight, Ink);
        FittedText.InOneLine(Card.Right - Card.Left, Named(Title) ?? "", Language, SmallSize).Draw(canvas, start, TitleBaseline, fromRight, Quiet);
    }

    private static string? Named(string? name) => name is null ? null : CardText.Of(name, MostOfName);
}
