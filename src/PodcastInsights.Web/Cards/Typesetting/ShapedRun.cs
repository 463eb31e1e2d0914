using SkiaSharp;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>Glyphs of characters of one typeface and direction, from left to right. Lengths are in ems.</summary>
internal sealed record ShapedRun(Typeface Typeface, IReadOnlyList<ShapedGlyph> Glyphs, float Advance)
{
    /// <param name="x">Left end of the run; <paramref name="y"/> is its baseline; in pixels.</param>
    /// <param name="size">In points.</param>
    public void Draw(SKCanvas canvas, float x, float y, float size, SKPaint paint)
    {
        if (Glyphs.Count == 0)
        {
            return;
        }

        // Without hinting and with subpixel positions, so that glyphs look the same on any machine.
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

/// <param name="Id">Glyph id in the typeface; 0 where it has none for the character.</param>
/// <param name="Character">Index of its first character.</param>
/// <param name="Place">Position relative to the run's left end and baseline.</param>
/// <param name="Advance">Distance to the next glyph.</param>
internal readonly record struct ShapedGlyph(ushort Id, int Character, SKPoint Place, float Advance);
