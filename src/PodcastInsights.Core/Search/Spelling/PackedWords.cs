using System.Text;

namespace PodcastInsights.Core.Search.Spelling;

/// <summary>Packs the vocabulary with frequencies into one value: in ordinal order, each word as the difference to the one before.</summary>
public static class PackedWords
{
    public static byte[] Pack(IEnumerable<VocabularyWord> words)
    {
        var sorted = words.OrderBy(static word => word.Text, StringComparer.Ordinal).ToList();
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write7BitEncodedInt(sorted.Count);
        var before = "";
        foreach (var (text, occurrences) in sorted)
        {
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

        writer.Flush();
        return bytes.ToArray();
    }

    /// <returns>In ordinal order.</returns>
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
