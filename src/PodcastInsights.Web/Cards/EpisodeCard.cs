using PodcastInsights.Web.Cards.Typesetting;
using SkiaSharp;

namespace PodcastInsights.Web.Cards;

/// <summary>The card of an episode: title, speakers and date.</summary>
/// <param name="Speakers">Empty where unknown.</param>
/// <param name="Date">Empty where unknown.</param>
/// <param name="Language">Language of the title, BCP 47.</param>
internal sealed record EpisodeCard(string Title, string Speakers, string? Show, string Date, CardSite Site, string Language)
{
    private const int MostCharacters = 300;
    private const float TitleTop = 118;
    private const float TitleBottom = 420;
    private const float LargestTitle = 84;
    private const float SmallestTitle = 40;
    private const float BarTop = 454;
    private const float SpeakersBaseline = 528;
    private const float SpeakersSize = 35;
    private const float DateBaseline = 576;
    private const float DateSize = 27;

    private static readonly SKColor Ink = new(0xfd, 0xfc, 0xf9);

    /// <returns>A PNG.</returns>
    public byte[] Draw() => Card.Draw(Site.Accent, DrawOn);

    private void DrawOn(SKCanvas canvas)
    {
        var room = new SKSize(Card.Right - Card.Left, TitleBottom - TitleTop);
        var title = FittedText.In(room, CardText.Of(Title, MostCharacters), Language, LargestTitle, SmallestTitle, SmallestTitle, strong: true);
        var fromRight = title.Paragraph.IsRightToLeft;
        var start = fromRight ? Card.Right : Card.Left;

        canvas.DrawHead(Show is null ? null : CardText.Of(Show, MostCharacters), Site, Language, fromRight, Site.Quiet, Site.Quiet, plate: Ink);
        title.Draw(canvas, start, title.Baseline(TitleTop, TitleBottom, atBottom: true), fromRight, Ink);
        canvas.Fill(fromRight ? new SKRect(start - 96, BarTop, start, BarTop + 6) : new SKRect(start, BarTop, start + 96, BarTop + 6), Site.Quiet);
        FittedText.InOneLine(room.Width, CardText.Of(Speakers, MostCharacters), Language, SpeakersSize)
            .Draw(canvas, start, SpeakersBaseline, fromRight, Ink);
        FittedText.InOneLine(room.Width, Date, Language, DateSize).Draw(canvas, start, DateBaseline, fromRight, Site.Quiet);
    }
}
