using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using PodcastInsights.Core.Importing.Records;

namespace PodcastInsights.Core.Feeds;

/// <summary>
/// Hashes of the words of an episode, by which an import tells whether words have changed. They cover letters and digits without case;
/// punctuation, white space, paragraph breaks and speaker names do not count. The hash of the whole also ignores turn breaks.
/// </summary>
/// <param name="Words">Hash of all words.</param>
public sealed record SpokenHashes(ulong Words, IReadOnlyList<BodyHashes> Bodies)
{
    public static SpokenHashes None { get; } = new(0, []);

    public static SpokenHashes Of(IReadOnlyList<BodyRecord> bodies)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        var all = new XxHash64();
        var hashes = new List<BodyHashes>(bodies.Count);
        Span<char> letters = stackalloc char[2];
        foreach (var body in bodies)
        {
            var turns = new ulong[body.Turns.Count];
            for (var index = 0; index < turns.Length; index++)
            {
                var folded = Folded(body.Turns[index], letters);
                turns[index] = XxHash64.HashToUInt64(folded);
                all.Append(folded);
            }

            hashes.Add(new BodyHashes(body.Language, turns));
        }

        return new SpokenHashes(all.GetCurrentHashAsUInt64(), hashes);
    }

    /// <summary>The words in lower case, a blank before each.</summary>
    private static ReadOnlySpan<byte> Folded(TurnRow turn, Span<char> letters)
    {
        var folded = new List<char>();
        foreach (var paragraph in turn.Paragraphs)
        {
            var inWord = false;
            foreach (var rune in paragraph.Plain.EnumerateRunes())
            {
                if (!Rune.IsLetterOrDigit(rune))
                {
                    // An apostrophe may be straight or curly: it ends no word. Marks are of the letter before them.
                    inWord &= rune.Value is '\'' or 0x2019 || Rune.GetUnicodeCategory(rune)
                        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
                    if (!inWord || rune.Value is '\'' or 0x2019)
                    {
                        continue;
                    }
                }
                else if (!inWord)
                {
                    folded.Add(' ');
                    inWord = true;
                }

                folded.AddRange(letters[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letters)]);
            }
        }

        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(folded));
    }
}

/// <param name="Turns">Hash of each turn, in their order.</param>
public sealed record BodyHashes(string Language, IReadOnlyList<ulong> Turns);
