using SkiaSharp;

namespace PodcastInsights.Web.Cards;

/// <summary>What a quote card says.</summary>
/// <param name="Title">Of the episode; cut where it is longer than a line.</param>
/// <param name="Date">When the episode was published, in words; empty where the files do not tell.</param>
/// <param name="Language">Of the words, ISO 639-1: it chooses among the forms that fonts have for Chinese and Japanese.</param>
public sealed record QuoteCard(string Quote, string Speaker, string Title, string Date, string Language)
{
    /// <summary>In points, as chat apps want it.</summary>
    public const int Width = 1200;
    public const int Height = 630;

    private const float Margin = 80;
    private const float QuoteHeight = 370;
    private const float LargestQuote = 56;
    private const float SmallestQuote = 30;
    private const float SizeStep = 4;
    private const float LineHeight = 1.36f;

    private static readonly SKColor Paper = new(0xfc, 0xfb, 0xf8);
    private static readonly SKColor Ink = new(0x20, 0x26, 0x2b);
    private static readonly SKColor Quiet = new(0x58, 0x60, 0x68);
    private static readonly SKColor Accent = new(0x0b, 0x5f, 0x60);

    /// <returns>A PNG.</returns>
    public byte[] Draw()
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(Paper);
        Fill(canvas, new SKRect(0, 0, 16, Height), Accent);

        using var serif = new CardFont("serif", SKFontStyle.Normal, LargestQuote, Language);
        var lines = Fit(serif);
        var y = Margin + serif.Size;
        foreach (var line in lines)
        {
            serif.Write(canvas, line, Margin, y, Ink);
            y += serif.Size * LineHeight;
        }

        var room = Width - (2 * Margin);
        using var bold = new CardFont("sans-serif", SKFontStyle.Bold, 34, Language);
        bold.Write(canvas, bold.Cut(Speaker, room), Margin, 504, Ink);
        using var plain = new CardFont("sans-serif", SKFontStyle.Normal, 28, Language);
        plain.Write(canvas, plain.Cut(Title, room), Margin, 546, Quiet);
        plain.Write(canvas, Date, Margin, 588, Quiet);

        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    /// <summary>The quote's lines in the largest type in which it fits; where none does, in the smallest with the quote cut.</summary>
    private IReadOnlyList<string> Fit(CardFont font)
    {
        for (; ; font.Size -= SizeStep)
        {
            var most = (int)(QuoteHeight / (font.Size * LineHeight));
            var lines = font.Wrap($"“{Quote}”", Width - (2 * Margin), most + 1);
            if (lines.Count <= most)
            {
                return lines;
            }

            if (font.Size - SizeStep < SmallestQuote)
            {
                return [.. lines.Take(most - 1), font.Cut(lines[most - 1] + "…", Width - (2 * Margin), always: true)];
            }
        }
    }

    private static void Fill(SKCanvas canvas, SKRect area, SKColor colour)
    {
        using var paint = new SKPaint();
        paint.Color = colour;
        canvas.DrawRect(area, paint);
    }
}
