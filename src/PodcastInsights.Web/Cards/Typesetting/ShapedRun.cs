using SkiaSharp;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>Characters of one typeface and direction as glyphs, from left to right. Lengths are in ems.</summary>
internal sealed record ShapedRun(Typeface Typeface, IReadOnlyList<ShapedGlyph> Glyphs, float Advance)
{
    /// <param name="x">Of the run's left end, as <paramref name="y"/> of its baseline, in points.</param>
    /// <param name="size">In points.</param>
    public void Draw(SKCanvas canvas, float x, float y, float size, SKPaint paint)
    {
        if (Glyphs.Count == 0)
        {
            return;
        }

        // Without hints, and between points, so that a picture has the shapes of the typeface on any machine.
        using var font = new SKFont(Typeface.Drawn, size);
        (font.Edging, font.Hinting, font.Subpixel, font.LinearMetrics) = (SKFontEdging.Antialias, SKFontHinting.None, true, true);
        font.Embolden = Typeface.IsEmboldened;
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun(
            [.. Glyphs.Select(glyph => glyph.Id)],
            font,
            [.. Glyphs.Select(glyph => new SKPoint(glyph.Place.X * size, glyph.Place.Y * size))]);
        using var blob = builder.Build();
        canvas.DrawText(blob, x, y, paint);
    }
}

/// <param name="Id">In the typeface; 0 where it has none for the character.</param>
/// <param name="Character">Index of the first character that it stands for.</param>
/// <param name="Place">From the run's left end and baseline.</param>
/// <param name="Advance">To the next glyph.</param>
internal readonly record struct ShapedGlyph(ushort Id, int Character, SKPoint Place, float Advance);
