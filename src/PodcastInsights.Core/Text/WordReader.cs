using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>
/// Reads the words of a text: "don't" and "well-known" are one word each, and so is every Han, Kana or Hangul character. Links to words
/// number them in this order.
/// </summary>
/// <remarks>
/// Its rules must not change, because published links contain word numbers; see <see cref="Episodes.TurnId"/>. It therefore has its own
/// ranges of characters instead of <see cref="ScriptTable"/>. The browser uses the same ones, in <c>wwwroot/scripts/word-characters.js</c>.
/// </remarks>
public ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>Where the word begins, in characters of the text.</summary>
    public int Start { get; private set; }

    /// <summary>End of the word, exclusive.</summary>
    public int End { get; private set; }

    public bool MoveNext()
    {
        var inWord = false;
        while (at < text.Length)
        {
            // The same rules for most letters of most texts, without decoding and looking up categories.
            if (char.IsAsciiLetterOrDigit(text[at]))
            {
                (Start, End) = (inWord ? Start : at, at + 1);
                inWord = true;
                at++;
                continue;
            }

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

    private const int FirstAlone = 0x3040;

    // Kana, Han, Hangul, Han compatibility ideographs, Han of later planes.
    private static readonly (int First, int Last)[] Alone =
        [(FirstAlone, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)];

    /// <summary>Ranges of code points, both ends inclusive, whose letters are words of their own.</summary>
    public static IReadOnlyList<(int First, int Last)> AloneRanges => Alone;

    /// <summary>Whether the character is a word of its own: Han, Kana or Hangul.</summary>
    public static bool StandsAlone(Rune rune)
    {
        if (rune.Value < FirstAlone || !Rune.IsLetter(rune))
        {
            return false;
        }

        foreach (var (first, last) in Alone)
        {
            if (rune.Value <= last)
            {
                return rune.Value >= first;
            }
        }

        return false;
    }

    private static bool IsPart(Rune rune) => !StandsAlone(rune)
        && (Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
