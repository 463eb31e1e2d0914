using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// Folds words of a quotation for hashing: case, width and punctuation do not count, as in turn ids. Unlike there, combining marks (vowels
/// in many scripts) and signs such as $, + and % do count, because changing them changes what was said.
/// </summary>
internal static class WordFolding
{
    /// <summary>Appends a folded word, with a space before each part in scripts with spaces.</summary>
    public static void AppendWord(List<byte> folded, ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word))
        {
            AppendAscii(folded, word);
            return;
        }

        Span<byte> utf8 = stackalloc byte[4];
        var inPart = false;
        foreach (var rune in UnicodeText.WellFormed(word.ToString()).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            if (!isMark && !Rune.IsLetterOrDigit(rune))
            {
                // An apostrophe may be straight, curly or missing, so it does not end a word.
                inPart &= rune.Value is '\'' or 0x2019;
                continue;
            }

            var alone = WordReader.StandsAlone(rune);
            if (!inPart && !alone && !isMark)
            {
                folded.Add((byte)' ');
            }

            inPart = !alone;
            folded.AddRange(utf8[..Rune.ToLowerInvariant(rune).EncodeToUtf8(utf8)]);
        }
    }

    /// <summary>Appends the signs between two words, without punctuation.</summary>
    public static void AppendGap(List<byte> folded, ReadOnlySpan<char> between)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in between.EnumerateRunes())
        {
            if (rune.Value is '%' or '#' || Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.OtherSymbol)
            {
                folded.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            }
        }
    }

    private static void AppendAscii(List<byte> folded, ReadOnlySpan<char> word)
    {
        var inPart = false;
        foreach (var character in word)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                inPart &= character == '\'';
                continue;
            }

            if (!inPart)
            {
                folded.Add((byte)' ');
                inPart = true;
            }

            folded.Add((byte)char.ToLowerInvariant(character));
        }
    }
}
