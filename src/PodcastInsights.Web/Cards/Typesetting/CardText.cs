using System.Globalization;
using System.Text;

namespace PodcastInsights.Web.Cards.Typesetting;

/// <summary>
/// What a card can say of a text from anywhere: one paragraph, composed, without what turns words around or has no shape, and with no
/// letter of more marks or parts than any language gives one.
/// </summary>
internal static class CardText
{
    /// <summary>In a row. The most that a script needs is five (Tibetan); piled up, they would cover the lines around.</summary>
    private const int MostMarks = 6;

    /// <summary>Of one letter or emoji, in characters. The longest emoji have 15; they can be joined without end, and no line is broken within.</summary>
    private const int LongestLetter = 20;

    /// <param name="most">In characters; what is cut ends with an ellipsis.</param>
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
    /// Embeddings, overrides and isolates: what stands between them would be shown in another order than it is said in. And code points that
    /// are no characters, which cannot be composed.
    /// </summary>
    private static bool HasNoPlace(Rune rune) => rune.Value
        is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF)
        || (rune.Value & 0xFFFE) == 0xFFFE;
}
