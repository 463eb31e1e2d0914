using SkiaSharp;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>A text broken into lines, in the largest size that fits into a rectangle; where none does, it is cut.</summary>
internal sealed record FittedText(Paragraph Paragraph, IReadOnlyList<TextRange> Lines, float Size)
{
    private const float Step = 4;

    /// <summary>The displayed text.</summary>
    public string Text => Paragraph.Text;

    /// <summary>Height in pixels.</summary>
    public float Height => Lines.Count * Paragraph.Leading * Size;

    /// <summary>Width of the widest line in pixels.</summary>
    public float Width => Lines.Select(line => Paragraph.WidthOf(line)).DefaultIfEmpty(0).Max() * Size;

    /// <param name="text">A <see cref="CardText"/>.</param>
    /// <param name="language">BCP 47.</param>
    /// <param name="room">Available size in pixels, as are the font sizes.</param>
    /// <param name="sizeOfCut">Font size for a text that is cut, which need not be the smallest.</param>
    public static FittedText In(SKSize room, string text, string language, float largest, float smallest, float sizeOfCut, bool strong = false)
    {
        var paragraph = new Paragraph(text, language, strong);
        for (var size = largest; size >= smallest; size -= Step)
        {
            var fitting = new FittedText(paragraph, paragraph.BalancedLines(room.Width / size), size);
            if (fitting.Lines.Count <= MostLines(paragraph, size) && fitting.Width <= room.Width)
            {
                return fitting;
            }
        }

        // The ellipsis may be wider than the text that it replaces.
        var most = MostLines(paragraph, sizeOfCut);
        var lines = paragraph.Lines(room.Width / sizeOfCut);
        for (var length = text.Length; lines.Count > most && length > 2;)
        {
            length = Math.Min(lines[most - 1].End, length * 9 / 10);
            paragraph = new Paragraph(Excerpt.Of(text, length), language, strong);
            lines = paragraph.Lines(room.Width / sizeOfCut);
        }

        return new(paragraph, lines, sizeOfCut);

        int MostLines(Paragraph set, float size) => Math.Max(1, (int)(room.Height / (set.Leading * size)));
    }

    /// <summary>Makes one line of that size, cut where it is too long.</summary>
    public static FittedText InOneLine(float width, string text, string language, float size, bool strong = false) =>
        In(new SKSize(width, size), text, language, size, size, size, strong);

    /// <param name="x">Start of the lines, or their end for text from the right.</param>
    /// <param name="baseline">Baseline of the first line.</param>
    public void Draw(SKCanvas canvas, float x, float baseline, bool fromRight, SKColor colour) =>
        Paragraph.Draw(canvas, Lines, new SKPoint(x, baseline), fromRight, Size, colour);

    /// <summary>The first baseline with which the text is centred between top and bottom, or at the bottom.</summary>
    public float Baseline(float top, float bottom, bool atBottom = false) =>
        top + ((bottom - top - Height) / (atBottom ? 1 : 2)) + (Paragraph.Ascent * Size);
}
