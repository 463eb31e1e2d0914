using PodcastInsights.Web.Cards.Typesetting;
using SkiaSharp;

namespace PodcastInsights.Web.Cards;

/// <summary>The layout that all cards share: size, margins, and a header with the show and the site.</summary>
internal static class Card
{
    /// <summary>In pixels, as chat apps expect.</summary>
    public const int Width = 1200;
    public const int Height = 630;

    public const float Left = 84;
    public const float Right = Width - 84;

    private const float HeadBaseline = 78;
    private const float HeadSize = 27;
    private const float IconSize = 32;
    private const int MostOfSite = 60;

    private static readonly SKSize RoomOfLogo = new(150, 44);

    /// <summary>For pictures with plain areas, this compresses as well as more effort, in half the time.</summary>
    private static readonly SKPngEncoderOptions Png = new(SKPngEncoderFilterFlags.None, 6);

    /// <returns>A PNG.</returns>
    public static byte[] Draw(SKColor paper, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(paper);
        draw(canvas);
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(Png)!;
        return png.ToArray();
    }

    /// <param name="fromRight">Whether the text runs from right to left.</param>
    /// <param name="plate">Background of the logo, where it may have the card's colour; null for none.</param>
    public static void DrawHead(this SKCanvas canvas, string? show, CardSite site, string language, bool fromRight, SKColor showColour, SKColor siteColour, SKColor? plate = null)
    {
        var sites = FittedText.InOneLine((Right - Left) / 2, CardText.Of(site.Name, MostOfSite), "en", HeadSize);
        var mark = site.Logo is { } logo ? InRoomOfLogo(logo)
            : site.HasIcon ? new SKSize(IconSize, IconSize)
            : SKSize.Empty;
        var beside = mark.Width > 0 ? mark.Width + (plate is null ? 14 : 24) : 0;
        sites.Draw(canvas, fromRight ? Left + beside : Right, HeadBaseline, !fromRight, siteColour);

        // Centred on the letters, like the icon.
        var place = SKRect.Create(new SKPoint(fromRight ? Left : Right - sites.Width - beside, HeadBaseline - 10 - (mark.Height / 2)), mark);
        if (site.Logo is not null)
        {
            if (plate is { } colour)
            {
                var around = place;
                around.Inflate(8, 8);
                using var paint = new SKPaint();
                (paint.Color, paint.IsAntialias) = (colour, true);
                canvas.DrawRoundRect(around, 8, 8, paint);
            }

            canvas.DrawImage(site.Logo, place, new SKSamplingOptions(SKCubicResampler.Mitchell));
        }
        else if (site.HasIcon)
        {
            canvas.DrawIcon(place.Left, place.Top, siteColour);
        }

        if (show is not null)
        {
            FittedText.InOneLine(Right - Left - sites.Width - beside - 46, show, language, HeadSize, strong: true)
                .Draw(canvas, fromRight ? Right : Left, HeadBaseline, fromRight, showColour);
        }
    }

    public static void Fill(this SKCanvas canvas, SKRect area, SKColor colour)
    {
        using var paint = new SKPaint();
        paint.Color = colour;
        canvas.DrawRect(area, paint);
    }

    private static SKSize InRoomOfLogo(SKImage logo)
    {
        var scale = Math.Min(RoomOfLogo.Width / logo.Width, RoomOfLogo.Height / logo.Height);
        return new(logo.Width * scale, logo.Height * scale);
    }

    /// <summary>Draws the site's icon (<c>wwwroot/icon.svg</c>) with its lines cut out.</summary>
    private static void DrawIcon(this SKCanvas canvas, float x, float y, SKColor colour)
    {
        using var icon = SKPath.ParseSvgPathData("M4 4h24v18H14l-7 6v-6H4zM9 8.75v2.5h14v-2.5zM9 14.75v2.5h14v-2.5z");
        icon.FillType = SKPathFillType.EvenOdd;
        using var paint = new SKPaint();
        (paint.Color, paint.IsAntialias) = (colour, true);
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(IconSize / 32);
        canvas.DrawPath(icon, paint);
        canvas.Restore();
    }
}
