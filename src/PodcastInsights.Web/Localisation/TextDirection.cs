using ICU4N;
using ICU4N.Globalization;

namespace PodcastInsights.Web.Localisation;

/// <summary>The direction of a text, as the value of HTML's <c>dir</c>.</summary>
internal static class TextDirection
{
    public const string LeftToRight = "ltr";
    public const string RightToLeft = "rtl";

    /// <summary>Whether the character is a direction mark, embedding, override or isolate.</summary>
    public static bool IsMark(char letter) => letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The direction of the first strong character (rule P2 of UAX 9), as with <c>dir="auto"</c>.</summary>
    public static string Of(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch ((UCharacterDirection)UChar.GetDirection(rune.Value))
            {
                case UCharacterDirection.LeftToRight:
                    return LeftToRight;
                case UCharacterDirection.RightToLeft or UCharacterDirection.RightToLeftArabic:
                    return RightToLeft;
            }
        }

        return LeftToRight;
    }
}
