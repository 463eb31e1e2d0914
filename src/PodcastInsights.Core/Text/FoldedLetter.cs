using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Text;

internal enum LetterClass
{
    Letter,
    Digit,

    /// <summary>A letter that is a token of its own.</summary>
    Character,
    Space,

    /// <summary>Has no width and separates nothing: a soft hyphen, a joiner, a lone combining mark.</summary>
    Ignored,
    Other,
}

/// <summary>The first letter of a text outside ASCII, with its combining marks, folded by case, width and accent.</summary>
/// <param name="Folded">Empty unless it is a letter, digit or character.</param>
/// <param name="Consumed">Length in the original text, in characters.</param>
internal readonly record struct FoldedLetter(LetterClass Class, string Folded, int Consumed)
{
    // Each letter is folded once. Threads that race write the same value.
    private static readonly Entry?[] Cache = new Entry?[char.MaxValue + 1];

    private sealed record Entry(LetterClass Class, string Folded);

    public static FoldedLetter Read(ReadOnlySpan<char> text)
    {
        var consumed = 1;
        if (char.IsSurrogate(text[0]))
        {
            if (text.Length < 2 || !char.IsSurrogatePair(text[0], text[1]))
            {
                return new FoldedLetter(LetterClass.Other, "", 1);
            }

            consumed = 2;
        }

        while (consumed < text.Length && JoinsLetterBefore(text[consumed]))
        {
            consumed++;
        }

        if (consumed == 1)
        {
            var entry = Cache[text[0]] ??= Fold(text[..1].ToString());
            return new FoldedLetter(entry.Class, entry.Folded, 1);
        }

        var (letterClass, folded) = Fold(text[..consumed].ToString());
        return new FoldedLetter(letterClass, folded, consumed);
    }

    public static bool IsLetter(char character) =>
        !char.IsSurrogate(character) && (Cache[character] ??= Fold(character.ToString())).Class == LetterClass.Letter;

    private static Entry Fold(string letter)
    {
        var folded = new StringBuilder(letter.Length);
        foreach (var rune in letter.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            // Accents on Latin, Greek and Cyrillic letters are dropped; the marks of Kana and of Indian scripts distinguish words and stay.
            // Hebrew and Arabic vowel marks are dropped, because they may be written or not.
            if (rune.Value is (>= 0x0300 and <= 0x036F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
                || (rune.Value is (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x065F) or 0x0670
                    && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(Undecomposed(lower.Value) ?? lower.ToString());
        }

        if (folded.Length == 0)
        {
            return new Entry(LetterClass.Ignored, "");
        }

        var text = folded.ToString().Normalize(NormalizationForm.FormC);
        var first = Rune.GetRuneAt(text, 0);
        return Classify(first) switch
        {
            LetterClass.Letter or LetterClass.Digit when !IsWord(text) => new Entry(LetterClass.Other, ""),
            (LetterClass.Letter or LetterClass.Digit or LetterClass.Character) and var kept => new Entry(kept, text),
            var parting => new Entry(parting, ""),
        };
    }

    private static LetterClass Classify(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when ScriptTable.Of(rune) != Script.Other => LetterClass.Character,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => LetterClass.Digit,
        UnicodeCategory.SpacingCombiningMark => LetterClass.Letter,
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => LetterClass.Ignored,
        _ when Rune.IsLetter(rune) => LetterClass.Letter,
        _ when Rune.IsWhiteSpace(rune) => LetterClass.Space,
        _ => LetterClass.Other,
    };

    // A compatibility letter may decompose into other than letters: "℡" gives letters only, "㏂" gives "a.m.".
    private static bool IsWord(string text) => text.EnumerateRunes().All(static rune =>
        Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber);

    private static bool JoinsLetterBefore(char character) => character
        is >= '\u0300' and (<= '\u036F' or (>= '\u1160' and <= '\u11FF') or '\u3099' or '\u309A' or '\uFF9E' or '\uFF9F')
        || (character >= '\u0483' && char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark);

    // Letters with a stroke, and ligatures, that Unicode does not decompose.
    private static string? Undecomposed(int letter) => letter switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        _ => null,
    };
}
