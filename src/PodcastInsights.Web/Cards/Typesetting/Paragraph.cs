using System.Globalization;
using SkiaSharp;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>
/// A text of one size and weight, shaped, which can be broken into lines. Lengths are in ems until it is drawn, so that several sizes can
/// be tried without shaping it again.
/// </summary>
internal sealed class Paragraph
{
    /// <summary>Least distance of baselines, in ems; a typeface may increase it up to <see cref="WidestLeading"/>.</summary>
    private const float NarrowestLeading = 1.34f;

    private const float WidestLeading = 1.9f;

    private readonly string language;
    private readonly byte[] levels;
    private readonly IReadOnlyList<TextRun> runs;

    // Position of each character, were the text one line.
    private readonly float[] places;
    private readonly Lazy<IReadOnlyList<int>> breaks;
    private readonly Lazy<int[]> letters;

    /// <param name="text">A <see cref="CardText"/>.</param>
    /// <param name="language">Language, BCP 47, which selects glyph variants.</param>
    public Paragraph(string text, string language, bool strong = false)
    {
        Text = text;
        this.language = language;
        levels = BidiLevels.Of(Text, IsWrittenRightToLeft(language), out var rightToLeft);
        IsRightToLeft = rightToLeft;
        runs = TextRuns.Of(Text, levels, strong);
        places = Places();
        breaks = new(() => LineBreaks.Of(text));
        letters = new(() => [.. StringInfo.ParseCombiningCharacters(text), Text.Length]);
        var faces = runs.Select(run => run.Typeface).Distinct().ToList();
        Ascent = Math.Min(faces.Select(face => face.Ascent).DefaultIfEmpty(1).Max(), 1.3f);
        Leading = Math.Clamp(faces.Select(face => face.Ascent + face.Descent).DefaultIfEmpty(0).Max(), NarrowestLeading, WidestLeading);
    }

    public string Text { get; }

    /// <summary>Whether it is right to left.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>Height of a line above its baseline.</summary>
    public float Ascent { get; }

    /// <summary>Distance of baselines.</summary>
    public float Leading { get; }

    public float Width => places[^1];

    /// <summary>Breaks the text into lines of at most this width; a wider word is split between letters.</summary>
    public IReadOnlyList<TextRange> Lines(float width)
    {
        var lines = new List<TextRange>();
        var start = 0;
        while (start < Text.Length)
        {
            var end = LineEnd(start, width);
            lines.Add(new TextRange(start, TrimmedEnd(start, end)));
            start = end;
        }

        return lines;
    }

    /// <summary>Breaks the text into the same number of lines with similar lengths, without a last line of one word.</summary>
    public IReadOnlyList<TextRange> BalancedLines(float width)
    {
        const int steps = 8;
        var lines = Lines(width);
        var (least, most) = (Width / Math.Max(1, lines.Count), width);
        for (var step = 0; step < steps && lines.Count > 1 && least < most; step++)
        {
            var middle = (least + most) / 2;
            if (Lines(middle) is var tried && tried.Count == lines.Count)
            {
                (lines, most) = (tried, middle);
            }
            else
            {
                least = middle;
            }
        }

        return lines;
    }

    /// <summary>The shaped runs of a line, from left to right.</summary>
    public IReadOnlyList<ShapedRun> Shape(TextRange line)
    {
        var parts = runs
            .Select(run => run with { Start = Math.Max(run.Start, line.Start), End = Math.Min(run.End, line.End) })
            .Where(run => run.Start < run.End)
            .ToList();
        return [.. BidiLevels.VisualOrder([.. parts.Select(run => run.Level)]).Select(at => Shape(parts[at]))];
    }

    /// <summary>Width of a line in ems.</summary>
    public float WidthOf(TextRange line) => places[line.End] - places[line.Start];

    /// <param name="start">Start of the lines on the first baseline, in pixels.</param>
    /// <param name="fromRight">Whether the lines end there, at the right.</param>
    /// <param name="size">In points.</param>
    public void Draw(SKCanvas canvas, IReadOnlyList<TextRange> lines, SKPoint start, bool fromRight, float size, SKColor colour)
    {
        using var paint = new SKPaint();
        (paint.Color, paint.IsAntialias) = (colour, true);
        var y = start.Y;
        foreach (var line in lines)
        {
            var shaped = Shape(line);
            var x = fromRight ? start.X - (shaped.Sum(run => run.Advance) * size) : start.X;
            foreach (var run in shaped)
            {
                run.Draw(canvas, x, y, size, paint);
                x += run.Advance * size;
            }

            y += Leading * size;
        }
    }

    private ShapedRun Shape(TextRun run) =>
        run.Typeface.Shape(Text, run.Start, run.End, run.IsRightToLeft, run.Script, language);

    private float[] Places()
    {
        var places = new float[Text.Length + 1];
        foreach (var glyph in runs.SelectMany(run => Shape(run).Glyphs))
        {
            places[glyph.Character + 1] += glyph.Advance;
        }

        for (var i = 1; i < places.Length; i++)
        {
            places[i] += places[i - 1];
        }

        return places;
    }

    /// <summary>The last break at which the line fits; without one, the last letter that fits, but at least one.</summary>
    private int LineEnd(int start, float width)
    {
        var end = LastFitting(breaks.Value);
        if (end < 0)
        {
            end = LastFitting(letters.Value);
        }

        return end >= 0 ? end : letters.Value.First(at => at > start);

        int LastFitting(IReadOnlyList<int> ends) =>
            ends.Where(at => at > start).TakeWhile(at => places[TrimmedEnd(start, at)] - places[start] <= width).DefaultIfEmpty(-1).Last();
    }

    private int TrimmedEnd(int start, int end)
    {
        while (end > start && Text[end - 1] == ' ')
        {
            end--;
        }

        return end;
    }

    private static bool IsWrittenRightToLeft(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
