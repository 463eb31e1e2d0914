using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Episodes;

/// <summary>
/// Reads the words of a text as a reader counts them: "don't" and "well-known" are one each, and so is every Han, Kana or Hangul
/// character. Links to words name them by their number in this order.
/// </summary>
public ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Where the word begins, in characters of the text.</summary>
    public int Start { get; private set; }

    /// <summary>Just behind the word.</summary>
    public int End { get; private set; }

    public bool MoveNext()
    {
        var inWord = false;
        while (at < text.Length)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            if (inWord && !IsPart(rune) && rune.Value is not ('\'' or 0x2019 or '-'))
            {
                return true;
            }

            var start = at;
            at += length;
            if (StandsAlone(rune))
            {
                (Start, End) = (start, at);
                return true;
            }

            if (IsPart(rune))
            {
                (Start, End) = (inWord ? Start : start, at);
                inWord = true;
            }
        }

        return inWord;
    }

    /// <summary>Whether the character is a word of its own: Han, Kana or Hangul.</summary>
    public static bool StandsAlone(Rune rune) => Rune.IsLetter(rune) && rune.Value
        is (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x9FFF)
        or (>= 0xAC00 and <= 0xD7AF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsPart(Rune rune) => !StandsAlone(rune)
        && (Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
