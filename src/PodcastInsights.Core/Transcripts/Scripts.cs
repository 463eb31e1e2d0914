using System.Text;

namespace PodcastInsights.Core.Transcripts;

/// <summary>Tells the language of a text as far as its script does.</summary>
public static class Scripts
{
    /// <summary>Whether any Han character stands in the text, be it Chinese or Japanese.</summary>
    public static bool HasHan(string text) => text.EnumerateRunes().Any(IsHan);

    /// <summary>
    /// <c>zh</c>, <c>ja</c> or <c>ko</c> where that script prevails; otherwise <paramref name="spaced"/>, the language to assume for
    /// words in letters. A Han character weighs three letters, as it stands for a word more often than not.
    /// </summary>
    public static string LanguageOf(string text, string spaced)
    {
        int letters = 0, han = 0, kana = 0, hangul = 0;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                // Most of what is read: no table of characters is asked.
                case <= '\u007F':
                    letters += char.IsAsciiLetter(text[i]) ? 1 : 0;
                    break;
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\uAC00' and <= '\uD7AF':
                    hangul++;
                    break;
                case (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF'):
                    han++;
                    break;
                default:
                    if (Rune.TryGetRuneAt(text, i, out var rune))
                    {
                        han += IsHan(rune) ? 1 : 0;
                        letters += !IsHan(rune) && Rune.IsLetter(rune) ? 1 : 0;
                        i += rune.Utf16SequenceLength - 1;
                    }

                    break;
            }
        }

        if (3 * (han + kana + hangul) <= letters)
        {
            return spaced is "zh" or "ja" or "ko" && letters > 0 ? "en" : spaced;
        }

        return hangul > han + kana ? "ko" : kana * 5 > han + kana ? "ja" : "zh";
    }

    private static bool IsHan(Rune rune) =>
        rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
