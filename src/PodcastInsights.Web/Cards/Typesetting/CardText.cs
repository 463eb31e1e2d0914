using System.Globalization;
using System.Text;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>
/// Makes an untrusted text safe for a card: one paragraph, in composed form, without bidirectional controls and invisible characters, and
/// with a limited number of combining marks and joined parts per letter.
/// </summary>
internal static class CardText
{
    /// <summary>
    /// Largest number of consecutive combining marks. No script needs more than five (Tibetan); stacked marks would cover other lines.
    /// </summary>
    private const int MostMarks = 6;

    /// <summary>
    /// Longest letter or emoji, in characters. The longest emoji have 15; they can be joined without limit, and lines do not break inside.
    /// </summary>
    private const int LongestLetter = 20;

    /// <param name="most">Longest text in characters; a cut one ends with an ellipsis.</param>
    public static string Of(string text, int most)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most + 1));
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            marks = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (IsSpace(rune, category))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (marks <= MostMarks && !HasNoPlace(rune))
            {
                clean.Append(rune);
            }

            if (clean.Length > most)
            {
                break;
            }
        }

        return Excerpt.Of(WithShortLetters(clean.ToString().TrimEnd().Normalize()), most);
    }

    private static string WithShortLetters(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return string.Concat(starts.Select((start, i) =>
        {
            var letter = text[start..(i + 1 < starts.Length ? starts[i + 1] : text.Length)];
            return letter.Length <= LongestLetter ? letter : letter[..(char.IsLowSurrogate(letter[LongestLetter]) ? LongestLetter - 1 : LongestLetter)];
        }));
    }

    private static bool IsSpace(Rune rune, UnicodeCategory category) =>
        category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0xFEFF or (>= 0xFFF9 and <= 0xFFFB)
        || Rune.IsWhiteSpace(rune);

    /// <summary>
    /// Whether the character is removed: bidirectional embeddings, overrides and isolates, which show text in another order than spoken;
    /// and noncharacters, which cannot be normalised.
    /// </summary>
    private static bool HasNoPlace(Rune rune) => rune.Value
        is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
