using System.Globalization;
using System.Text;

namespace PodcastInsights.Core.Citation;

/// <summary>
/// What counts of the words of a quotation: as in turn ids, case, width and punctuation do not. Two things do that a turn's id leaves out,
/// since here a change of them is a change of what was said: marks that are vowels in many scripts, and signs such as $, + and %.
/// </summary>
internal static class WordFolding
{
    /// <summary>Adds the word, folded: a blank before each part where words are spaced, none where they are not.</summary>
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
                // An apostrophe may be straight, curly or forgotten: it ends no word.
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

    /// <summary>Adds the signs that stand between two words; punctuation does not count.</summary>
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
