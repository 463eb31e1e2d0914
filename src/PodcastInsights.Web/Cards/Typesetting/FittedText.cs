using SkiaSharp;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>A text in lines, in the largest type in which it fits into a room; where it fits in none, it is cut.</summary>
internal sealed record FittedText(Paragraph Paragraph, IReadOnlyList<TextRange> Lines, float Size)
{
    private const float Step = 4;

    /// <summary>What is shown of it.</summary>
    public string Text => Paragraph.Text;

    /// <summary>In points.</summary>
    public float Height => Lines.Count * Paragraph.Leading * Size;

    /// <summary>Of the widest line, in points.</summary>
    public float Width => Lines.Select(line => Paragraph.WidthOf(line)).DefaultIfEmpty(0).Max() * Size;

    /// <param name="text">A <see cref="CardText"/>.</param>
    /// <param name="language">BCP 47.</param>
    /// <param name="room">In points, as are the sizes.</param>
    /// <param name="sizeOfCut">Of a text that fits in no size: there is no need then to have it small.</param>
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

        // The ellipsis may ask for more room than what it stands for.
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

    /// <summary>In one line of that size, cut where it is longer.</summary>
    public static FittedText InOneLine(float width, string text, string language, float size, bool strong = false) =>
        In(new SKSize(width, size), text, language, size, size, size, strong);

    /// <param name="x">Where the lines begin, or end where that is the right.</param>
    /// <param name="baseline">Of the first line.</param>
    public void Draw(SKCanvas canvas, float x, float baseline, bool fromRight, SKColor colour) =>
        Paragraph.Draw(canvas, Lines, new SKPoint(x, baseline), fromRight, Size, colour);

    /// <summary>Where its first baseline is for the text to stand in the middle between the two, or at the lower one.</summary>
    public float Baseline(float top, float bottom, bool atBottom = false) =>
        top + ((bottom - top - Height) / (atBottom ? 1 : 2)) + (Paragraph.Ascent * Size);
}
