using System.Globalization;

namespace PodcastInsights.Web.Embedding;

/// <summary>
/// The room that a quotation may take elsewhere, in pixels. It has the letters of the page around it, so that its height is an estimate by
/// the usual ones; what would be higher than it may is shortened.
/// </summary>
/// <param name="MostWide">Null for no bound, as is <paramref name="MostHigh"/>.</param>
internal readonly record struct EmbeddingSize(int? MostWide, int? MostHigh)
{
    /// <summary>The largest number understood.</summary>
    public const int Largest = 100_000;

    /// <summary>Some 70 letters a line, as one reads them best.</summary>
    private const int UsualWidth = 600;

    private const double LetterWidth = 8.5;
    private const int LineHeight = 24;

    /// <summary>Who says the words, the source and what stands around the words.</summary>
    private const int LinesBelow = 2;

    public int Width => Math.Min(MostWide ?? UsualWidth, UsualWidth);

    private int LettersPerLine => Math.Max(1, (int)(Width / LetterWidth));

    /// <summary>A whole number from 1; nothing at all is no bound.</summary>
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

    /// <summary>How many characters of the words have room; one line of them always has.</summary>
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

    /// <summary>In widths of a Latin letter; those of scripts that are not spaced take two.</summary>
    private static int LettersOf(string words) => Math.Max(1, words.Sum(letter => ScriptTable.IsUnspaced(letter) ? 2 : 1));
}
