using System.Globalization;

namespace PodcastInsights.Web.Embedding;

/// <summary>
/// The maximum size of an embedded quotation, in pixels. Its font is that of the page around it, so its height is estimated for letters of
/// 16 pixels. Words that do not fit are shortened.
/// </summary>
/// <param name="MostWide">Null for no bound, as is <paramref name="MostHigh"/>.</param>
internal readonly record struct EmbeddingSize(int? MostWide, int? MostHigh)
{
    /// <summary>The largest number understood.</summary>
    public const int Largest = 100_000;

    /// <summary>About 70 letters a line.</summary>
    private const int UsualWidth = 600;

    private const double LetterWidth = 8.5;
    private const int LineHeight = 24;

    /// <summary>Lines for the speaker and the source.</summary>
    private const int LinesBelow = 2;

    public int Width => Math.Min(MostWide ?? UsualWidth, UsualWidth);

    private int LettersPerLine => Math.Max(1, (int)(Width / LetterWidth));

    /// <summary>Reads a whole number from 1; an empty text is no bound.</summary>
    public static bool TryRead(string? text, out int? most)
    {
        most = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > Largest)
        {
            return false;
        }

        most = number;
        return true;
    }

    /// <summary>The number of characters that fit; at least one line.</summary>
    public int MostOf(string words)
    {
        if (MostHigh is not { } most || HeightOf(words) <= most)
        {
            return words.Length;
        }

        var letters = Math.Max(1, (most / LineHeight) - LinesBelow) * LettersPerLine;
        return Math.Max(1, (int)((long)words.Length * letters / LettersOf(words)));
    }

    public int HeightOf(string words)
    {
        var lines = Math.Max(1, (LettersOf(words) + LettersPerLine - 1) / LettersPerLine);
        return Math.Min((lines + LinesBelow) * LineHeight, MostHigh ?? int.MaxValue);
    }

    /// <summary>Width in Latin letters; letters of scripts without spaces count as two.</summary>
    private static int LettersOf(string words) => Math.Max(1, words.Sum(letter => ScriptTable.IsUnspaced(letter) ? 2 : 1));
}
