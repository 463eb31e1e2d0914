using System.Globalization;
using System.Text;
using PodcastInsights.Core.Episodes;

namespace PodcastInsights.Web.Rendering;

/// <summary>
/// Where the words of a text stand, counted as <see cref="WordCount"/> counts them: links to words name them by these numbers, and
/// <c>scripts/words.js</c> counts alike.
/// </summary>
public static class WordSpans
{
    public static IReadOnlyList<TextRange> Of(string text)
    {
        var words = new List<TextRange>();
        var at = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var end = at + rune.Utf16SequenceLength;
            if (StandsAlone(rune))
            {
                words.Add(new(at, end));
                inWord = false;
            }
            else if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                if (inWord)
                {
                    words[^1] = words[^1] with { End = end };
                }
                else
                {
                    words.Add(new(at, end));
                }

                inWord = true;
            }
            else
            {
                inWord &= rune.Value is '\'' or 0x2019 or '-';
            }

            at = end;
        }

        return words;
    }

    /// <summary>Whether the text begins with a character that is a word of its own.</summary>
    public static bool StandsAlone(string text) => Rune.TryGetRuneAt(text, 0, out var first) && StandsAlone(first);

    private static bool StandsAlone(Rune rune) => Rune.IsLetter(rune) && rune.Value
        is (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x9FFF)
        or (>= 0xAC00 and <= 0xD7AF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
