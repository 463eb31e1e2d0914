using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using PodcastInsights.Core.Citation;

namespace PodcastInsights.Core.Episodes;

/// <summary>
/// Identifies a turn in links: <c>{number}-{hash}</c>, the turn's number in the episode and a hash of its first words, whoever says them.
/// It is computed from the text, so it survives a rebuild of the database and most edits of the transcript.
/// </summary>
/// <remarks>
/// The rules for words, scripts without spaces and folding must not change here, because published links contain hashes made by them. This
/// type has its own copy of them, independent of <see cref="Text"/>.
/// </remarks>
public readonly record struct TurnId
{
    /// <summary>Number of words hashed, in scripts with spaces.</summary>
    public const int Words = 8;

    /// <summary>Number of characters hashed, in scripts without spaces (Han, Kana, Thai ...).</summary>
    public const int Characters = 16;

    /// <summary>Number of characters hashed as written, for turns whose folded words are equal.</summary>
    public const int CharactersAsWritten = 48;

    private TurnId(int number, string hash)
    {
        Number = number;
        Hash = hash;
    }

    /// <summary>The turn's number in its episode, from 1.</summary>
    public int Number { get; }

    /// <summary>Six letters and digits of base 32.</summary>
    public string Hash { get; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}-{Hash}");

    /// <summary>The id of the turn with that number and those words; <paramref name="text"/> is the turn's text from its start.</summary>
    public static TurnId Of(int number, string text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new TurnId(number, HashOf(Opening(text)));
    }

    /// <summary>
    /// The ids of an episode's turns. Where several turns begin with the same folded words ("Before that?" and "Before that."), each gets a
    /// hash of its beginning as written; otherwise a link could lead to the wrong one after an edit.
    /// </summary>
    /// <param name="texts">Of all turns, in their order.</param>
    public static IReadOnlyList<TurnId> OfAll(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var ids = texts.Select(static (text, index) => Of(index + 1, text)).ToArray();
        foreach (var alike in ids.GroupBy(static id => id.Hash).Where(static group => group.Skip(1).Any()).ToList())
        {
            var written = alike.Select(id => (id.Number, Beginning: Beginning(texts[id.Number - 1]))).ToList();
            if (written.Exists(turn => turn.Beginning != written[0].Beginning))
            {
                written.ForEach(turn => ids[turn.Number - 1] = new TurnId(turn.Number, HashOf(turn.Beginning)));
            }
        }

        return ids;
    }

    /// <summary>The id of a turn's translation: its own number, and the hash of the original turn.</summary>
    public static TurnId Twin(int number, TurnId other) => new(number, other.Hash);

    /// <summary>Parses an id from a link; false where the text is not <c>{number}-{hash}</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TurnId id)
    {
        id = default;
        var hyphen = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (hyphen < 1
            || !int.TryParse(text.AsSpan(0, hyphen), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < 1
            || !ShortHash.IsOne(text.AsSpan(hyphen + 1)))
        {
            return false;
        }

        id = new TurnId(number, text![(hyphen + 1)..]);
        return true;
    }

    private static string HashOf(string opening) => ShortHash.Of(Encoding.UTF8.GetBytes(opening));

    /// <summary>The first words, folded so that case, width and punctuation do not count.</summary>
    private static string Opening(string text)
    {
        var opening = new StringBuilder();
        var words = 0;
        var characters = 0;
        var inWord = false;
        foreach (var rune in UnicodeText.WellFormed(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                // An apostrophe may be straight, curly or missing, so it does not end a word.
                inWord &= rune.Value is '\'' or 0x2019;
                continue;
            }

            var unspaced = IsUnspaced(rune);
            if (unspaced)
            {
                inWord = false;
                if (++characters > Characters)
                {
                    break;
                }
            }
            else if (!inWord)
            {
                if (++words > Words)
                {
                    break;
                }

                opening.Append(' ');
                inWord = true;
            }

            opening.Append(Rune.ToLowerInvariant(rune));
        }

        return opening.ToString();
    }

    /// <summary>The first characters, with single spaces.</summary>
    private static string Beginning(string text)
    {
        var beginning = new StringBuilder();
        foreach (var rune in UnicodeText.WellFormed(text).Normalize(NormalizationForm.FormC).Trim().EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                beginning.Append(rune);
            }
            else if (beginning[^1] != ' ')
            {
                beginning.Append(' ');
            }

            if (beginning.Length >= CharactersAsWritten)
            {
                break;
            }
        }

        return beginning.ToString();
    }

    private static bool IsUnspaced(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF)        // Thai, Lao
        or (>= 0x1000 and <= 0x109F)        // Burmese
        or (>= 0x1780 and <= 0x17FF)        // Khmer
        or (>= 0x3040 and <= 0x30FF)        // Kana
        or (>= 0x3400 and <= 0x9FFF)        // Han
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
