using System.Text;

namespace PodcastInsights.Core.Search.Spelling;

/// <summary>
/// The words of a library and how often it holds them, as one value: in ordinal order, each as what it adds to the one before.
/// </summary>
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
                // Half a character has no bytes.
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
        using var reader = new BinaryReader(new MemoryStream(packed), Encoding.UTF8);
        var words = new VocabularyWord[reader.Read7BitEncodedInt()];
        var before = "";
        for (var i = 0; i < words.Length; i++)
        {
            var same = reader.Read7BitEncodedInt();
            before = string.Concat(before.AsSpan(0, same), reader.ReadString());
            words[i] = new VocabularyWord(before, reader.Read7BitEncodedInt());
        }

        return words;
    }
}
