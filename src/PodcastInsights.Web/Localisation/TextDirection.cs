using ICU4N;
using ICU4N.Globalization;

namespace PodcastInsights.Web.Localisation;

/// <summary>HTML's name of the way a text runs, for places where it stands among others' texts.</summary>
internal static class TextDirection
{
    public const string LeftToRight = "ltr";
    public const string RightToLeft = "rtl";

    /// <summary>Whether the character only says which way others run.</summary>
    public static bool IsMark(char letter) => letter is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>By the first letter that has one (rule P2 of UAX 9), as browsers tell it for <c>dir="auto"</c>.</summary>
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
