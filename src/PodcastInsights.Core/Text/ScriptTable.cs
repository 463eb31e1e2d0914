using System.Text;

namespace PodcastInsights.Core.Text;

/// <summary>
/// Maps characters to scripts, by one table of ranges. It holds only characters that words consist of: punctuation, digits and currency
/// signs are <see cref="Script.Other"/>.
/// </summary>
public static class ScriptTable
{
    private static readonly (int First, int Last, Script Script)[] Ranges =
    [
        (0x0E01, 0x0E3E, Script.Thai),
        (0x0E40, 0x0E4E, Script.Thai),
        (0x0E80, 0x0ECF, Script.Lao),
        (0x1000, 0x103F, Script.Burmese),
        (0x1050, 0x108F, Script.Burmese),
        (0x109A, 0x109F, Script.Burmese),
        (0x1100, 0x11FF, Script.Hangul), // parts of syllables
        (0x1780, 0x17D3, Script.Khmer),
        (0x17D7, 0x17D7, Script.Khmer), // says the word before again
        (0x17DC, 0x17DD, Script.Khmer),
        (0x2E80, 0x2FD5, Script.Han), // radicals
        (0x3005, 0x3007, Script.Han), // the sign for "again", zero
        (0x3021, 0x3029, Script.Han),
        (0x3038, 0x303B, Script.Han),
        (0x3041, 0x3096, Script.Kana),
        (0x309D, 0x309F, Script.Kana),
        (0x30A1, 0x30FA, Script.Kana),
        (0x30FC, 0x30FF, Script.Kana),
        (0x3105, 0x312F, Script.Bopomofo),
        (0x3131, 0x318E, Script.Hangul),
        (0x31A0, 0x31BF, Script.Bopomofo),
        (0x31F0, 0x31FF, Script.Kana),
        (0x3400, 0x4DBF, Script.Han),
        (0x4E00, 0x9FFF, Script.Han),
        (0xA960, 0xA97C, Script.Hangul),
        (0xAC00, 0xD7A3, Script.Hangul),
        (0xD7B0, 0xD7FB, Script.Hangul),
        (0xF900, 0xFAFF, Script.Han),
        (0xFF66, 0xFF9D, Script.Kana), // half width
        (0xFFA1, 0xFFDC, Script.Hangul),
        (0x1AFF0, 0x1B16F, Script.Kana),
        (0x20000, 0x3FFFF, Script.Han),
    ];

    // Indexed by UTF-16 code unit.
    private static readonly Script[] OfUnits = Units();

    public static Script Of(char character) => OfUnits[character];

    public static Script Of(Rune rune)
    {
        if (rune.IsBmp)
        {
            return OfUnits[rune.Value];
        }

        foreach (var (first, last, script) in Ranges)
        {
            if (rune.Value >= first && rune.Value <= last)
            {
                return script;
            }
        }

        return Script.Other;
    }

    /// <summary>Whether the character's script has no spaces between words, so that a text may be cut next to it.</summary>
    public static bool IsUnspaced(char character) => Of(character) is not (Script.Other or Script.Hangul);

    /// <summary>
    /// Whether no space is written between this character and another such: its script has no spaces, or it is East Asian or full-width
    /// punctuation.
    /// </summary>
    public static bool NeedsNoSpace(char character) => IsUnspaced(character) || (IsEastAsian(character) && Of(character) != Script.Hangul);

    /// <summary>Whether the code point is East Asian: letters, punctuation and full-width forms, each as wide as two Latin letters.</summary>
    public static bool IsEastAsian(int value) => value
        is (>= 0x2E80 and <= 0xD7FF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE4F)
        or (>= 0xFF00 and <= 0xFFEF)
        or (>= 0x1AFF0 and <= 0x1B16F)
        or (>= 0x20000 and <= 0x3FFFF);

    private static Script[] Units()
    {
        var units = new Script[char.MaxValue + 1];
        foreach (var (first, last, script) in Ranges)
        {
            for (var unit = first; unit <= last && unit <= char.MaxValue; unit++)
            {
                units[unit] = script;
            }
        }

        return units;
    }
}
