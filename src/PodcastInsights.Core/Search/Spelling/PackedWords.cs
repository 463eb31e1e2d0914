using System.Text;

namespace PodcastInsights.Core.Search.Spelling;

/// <summary>Packs the vocabulary with frequencies into one value: each word as the difference to the one before.</summary>
public static class PackedWords
{
    /// <param name="words">
    /// Taken one by one, so that a source which has them in order need not hold them all. In ordinal order they take the fewest bytes.
    /// </param>
    public static byte[] Pack(IEnumerable<VocabularyWord> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        var before = "";
        var count = 0;
        foreach (var (text, occurrences) in words)
        {
            count++;
            var same = text.AsSpan().CommonPrefixLength(before);
            if (same > 0 && char.IsHighSurrogate(text[same - 1]))
            {
                // A lone surrogate has no UTF-8 encoding.
                same--;
            }

            writer.Write7BitEncodedInt(same);
            writer.Write(text[same..]);
            writer.Write7BitEncodedInt(occurrences);
            before = text;
        }

        // Their number comes first, and is known last.
        var packed = new MemoryStream();
        using var whole = new BinaryWriter(packed);
        whole.Write7BitEncodedInt(count);
        whole.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
        return packed.ToArray();
    }

    /// <returns>In the order in which they were packed.</returns>
    public static IReadOnlyList<VocabularyWord> Unpack(byte[] packed)
    {
        var reader = new PackedReader(packed);
        var words = new VocabularyWord[reader.Number()];
        var letters = Array.Empty<char>();
        for (var i = 0; i < words.Length; i++)
        {
            var same = reader.Number();
            var rest = reader.Utf8();
            if (letters.Length < same + rest.Length)
            {
                Array.Resize(ref letters, 2 * (same + rest.Length));
            }

            var length = same + Encoding.UTF8.GetChars(rest, letters.AsSpan(same));
            words[i] = new VocabularyWord(letters.AsSpan(0, length).ToString(), reader.Number());
        }

        return words;
    }
}
