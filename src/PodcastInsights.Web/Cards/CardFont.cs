using System.Globalization;
using System.Text;
using SkiaSharp;

namespace PodcastInsights.Web.Cards;

/// <summary>
/// Writes text in an installed typeface, and each character that it lacks in another that has it. Where no installed typeface has a
/// character, the picture shows the typeface's box in its place.
/// </summary>
/// <param name="size">In points.</param>
internal sealed class CardFont(string family, SKFontStyle style, float size, string language) : IDisposable
{
    private readonly SKFont main = new(SKFontManager.Default.MatchFamily(family, style) ?? SKTypeface.Default, size);
    private readonly string[] languages = [language == "zh" ? "zh-Hans" : language];
    private readonly List<SKFont> fallbacks = [];
    private readonly HashSet<Rune> unknown = [];

    /// <summary>In points.</summary>
    public float Size
    {
        get => main.Size;
        set
        {
            main.Size = value;
            fallbacks.ForEach(font => font.Size = value);
        }
    }

    public void Dispose()
    {
        main.Dispose();
        fallbacks.ForEach(font => font.Dispose());
    }

    public void Write(SKCanvas canvas, string text, float x, float y, SKColor colour)
    {
        using var paint = new SKPaint();
        paint.Color = colour;
        paint.IsAntialias = true;
        foreach (var (run, font) in Runs(text))
        {
            canvas.DrawText(run, x, y, SKTextAlign.Left, font, paint);
            x += font.MeasureText(run);
        }
    }

    /// <summary>The text in lines of that width, broken between words, or between any two characters where words are not spaced.</summary>
    /// <param name="most">No more lines than these are made; the rest of the text is left out.</param>
    public IReadOnlyList<string> Wrap(string text, float width, int most)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var piece in Pieces(text))
        {
            if (line.Length > 0 && Measure(line + piece.TrimEnd()) > width)
            {
                lines.Add(line.ToString().TrimEnd());
                line.Clear();
                if (lines.Count == most)
                {
                    return lines;
                }
            }

            line.Append(line.Length == 0 ? piece.TrimStart() : piece);
        }

        lines.Add(line.ToString().TrimEnd());
        return lines;
    }

    /// <summary>The text, cut with an ellipsis where it is wider.</summary>
    /// <param name="always">Whether the text ends with an ellipsis already, which stays its end.</param>
    public string Cut(string text, float width, bool always = false)
    {
        if (Measure(text) <= width)
        {
            return text;
        }

        var elements = StringInfo.ParseCombiningCharacters(always ? text[..^1] : text);
        var kept = elements.Length;
        while (kept > 1 && Measure(text[..elements[kept - 1]].TrimEnd() + "…") > width)
        {
            kept--;
        }

        return text[..elements[kept - 1]].TrimEnd() + "…";
    }

    private float Measure(string text)
    {
        var width = 0f;
        foreach (var (run, font) in Runs(text))
        {
            width += font.MeasureText(run);
        }

        return width;
    }

    private IEnumerable<(string Run, SKFont Font)> Runs(string text)
    {
        var run = new StringBuilder();
        var current = main;
        foreach (var rune in text.EnumerateRunes())
        {
            var font = FontFor(rune);
            if (font != current && run.Length > 0)
            {
                yield return (run.ToString(), current);
                run.Clear();
            }

            current = font;
            run.Append(rune);
        }

        if (run.Length > 0)
        {
            yield return (run.ToString(), current);
        }
    }

    private SKFont FontFor(Rune rune)
    {
        // Asking the system takes milliseconds, so those that it gave before are asked first.
        if (main.ContainsGlyph(rune.Value))
        {
            return main;
        }

        if (fallbacks.Find(font => font.ContainsGlyph(rune.Value)) is { } known)
        {
            return known;
        }

        if (unknown.Contains(rune) || SKFontManager.Default.MatchCharacter(family, style, languages, rune.Value) is not { } face)
        {
            unknown.Add(rune);
            return main;
        }

        fallbacks.Add(new SKFont(face, main.Size));
        return fallbacks[^1];
    }

    /// <summary>Stretches that are not broken, each with the spaces behind it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        var piece = new StringBuilder();
        var previous = default(Rune);
        foreach (var rune in text.EnumerateRunes())
        {
            var mayBreak = Rune.IsWhiteSpace(previous) || ((ScriptTable.IsEastAsian(previous.Value) || ScriptTable.IsEastAsian(rune.Value)) && !IsClosing(rune) && !IsOpening(previous));
            if (piece.Length > 0 && mayBreak)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(Rune.IsControl(rune) ? new Rune(' ') : rune);
            previous = rune;
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    private static bool IsClosing(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
        || Rune.IsWhiteSpace(rune);

    private static bool IsOpening(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;
}
