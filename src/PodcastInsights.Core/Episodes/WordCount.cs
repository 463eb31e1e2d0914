using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Episodes;

/// <summary>Counts words as a reader does: "don't" and "well-known" are one each, and so is every Han, Kana or Hangul character.</summary>
public static class WordCount
{
    public static int Of(Turn turn) => turn.Paragraphs.Sum(paragraph => Of(paragraph.Plain));

    public static int Of(string text)
    {
        var words = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsCountedAlone(rune))
            {
                words++;
                inWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else
            {
                inWord &= rune.Value is '\'' or 0x2019 or '-';
            }
        }

        return words;
    }

    private static bool IsCountedAlone(Rune rune) => Rune.IsLetter(rune) && rune.Value
        is (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x9FFF)
        or (>= 0xAC00 and <= 0xD7AF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
