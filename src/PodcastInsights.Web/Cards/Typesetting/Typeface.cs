using System.Diagnostics.CodeAnalysis;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Script = HarfBuzzSharp.Script;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>A typeface, shaped by HarfBuzz and drawn by Skia. It is read directly from memory, immutable, and never released.</summary>
[SuppressMessage("Design", "CA1001", Justification = "It is never given up.")]
internal sealed class Typeface
{
    private static readonly UnicodeFunctions Unicode = UnicodeFunctions.Default;

    private readonly Font font;
    private readonly float unitsPerEm;

    private Typeface(SKTypeface drawn, Blob file, int index)
    {
        Drawn = drawn;
        var face = new Face(file, index);
        unitsPerEm = Math.Max(1, face.UnitsPerEm);
        font = new Font(face);
        font.SetFunctionsOpenType();
        if (font.TryGetHorizontalFontExtents(out var extents))
        {
            (Ascent, Descent) = (extents.Ascender / unitsPerEm, -extents.Descender / unitsPerEm);
        }
    }

    private Typeface(Typeface plain)
    {
        (Drawn, font, unitsPerEm) = (plain.Drawn, plain.font, plain.unitsPerEm);
        (Ascent, Descent, IsEmboldened) = (plain.Ascent, plain.Descent, true);
    }

    public SKTypeface Drawn { get; }

    /// <summary>Whether bold is synthesised, because there is no bold variant.</summary>
    public bool IsEmboldened { get; }

    /// <summary>Ascent in ems, as in the typeface; <see cref="Descent"/> is below the baseline.</summary>
    public float Ascent { get; } = 1;

    public float Descent { get; } = 0.3f;

    public static Typeface FromFile(string path) => new(SKTypeface.FromFile(path), Blob.FromFile(path), 0);

    /// <summary>An installed typeface; null where its file is not in memory.</summary>
    public static Typeface? Of(SKTypeface installed)
    {
        if (installed.OpenStream(out var index) is not { } stream)
        {
            return null;
        }

        if (stream.GetMemoryBase() is var start && start == 0)
        {
            stream.Dispose();
            return null;
        }

        return new(installed, new Blob(start, stream.Length, MemoryMode.ReadOnly, stream.Dispose), index);
    }

    public Typeface Embolden() => new(this);

    public bool Has(Rune rune) => font.TryGetNominalGlyph(rune.Value, out _);

    /// <summary>Whether it has all characters of a letter with its marks, or an equivalent. Invisible characters are not needed.</summary>
    public bool HasAll(string letter) => letter.EnumerateRunes().All(rune => IsUnseen(rune) || Has(rune));

    /// <param name="characters">The whole text.</param>
    /// <param name="start">Start of the run.</param>
    /// <returns>The glyphs from left to right.</returns>
    public ShapedRun Shape(string characters, int start, int end, bool rightToLeft, Script script, string language)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(characters, start, end - start);
        buffer.Direction = rightToLeft ? HarfBuzzSharp.Direction.RightToLeft : HarfBuzzSharp.Direction.LeftToRight;
        buffer.Script = script;
        using var spoken = new Language(language);
        buffer.Language = spoken;
        font.Shape(buffer);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new ShapedGlyph[infos.Length];
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            var at = new SKPoint(x + (positions[i].XOffset / unitsPerEm), -positions[i].YOffset / unitsPerEm);
            var advance = positions[i].XAdvance / unitsPerEm;
            glyphs[i] = new((ushort)infos[i].Codepoint, (int)infos[i].Cluster, at, advance);
            x += advance;
        }

        return new(this, glyphs, x);
    }

    /// <summary>Whether the character is invisible: joiners, variation selectors and other format characters.</summary>
    private static bool IsUnseen(Rune rune) =>
        Unicode.GetGeneralCategory(rune.Value) == UnicodeGeneralCategory.Format || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or 0x034F;
}
