using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using PodcastInsights.Core.Citation;

namespace PodcastInsights.Core.Episodes;

/// <summary>
/// A turn's name in a link, <c>{number}-{hash}</c>: its number in the episode and a hash of its first words, whoever says
/// them. It needs no database, so it survives a rebuild from files and most edits of the transcript.
/// </summary>
/// <remarks>
/// What is a word here, which scripts are unspaced and how letters are folded is frozen: links in the world hold hashes by these rules. They
/// are therefore this type's own, and stay as they are when those of <see cref="Text"/> change.
/// </remarks>
public readonly record struct TurnId
{
    /// <summary>How many words are hashed where words are spaced.</summary>
    public const int Words = 8;

    /// <summary>How many characters are hashed where words are not spaced (Han, Kana, Thai ...).</summary>
    public const int Characters = 16;

    /// <summary>How many characters, as they are written, tell turns apart whose words are the same when folded.</summary>
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
    /// The ids of an episode's turns. Where several begin with the same words, written otherwise ("Before that?" and then "Before
    /// that."), the nearest of them would often be the wrong one after an edit: each has a hash of its beginning as it is written.
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

    /// <summary>The id of a turn that says the same in another language: its own number, the other's hash.</summary>
    public static TurnId Twin(int number, TurnId other) => new(number, other.Hash);

    /// <summary>Takes an id from a link; false where the text is not <c>{number}-{hash}</c>.</summary>
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
                // An apostrophe may be straight, curly or forgotten: it ends no word.
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
