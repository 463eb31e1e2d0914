using System.IO.Compression;
using System.Text;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// The posting lists of all terms of one run, as one value. A run is stored so until it is merged into the lists of all documents.
/// Immutable, so that threads can share it.
/// </summary>
public sealed class PostingSegment
{
    private readonly PackedPostings[] terms;

    /// <param name="terms">Terms in ordinal order, as <see cref="PackedPostings.Invert"/> gives them.</param>
    public PostingSegment(IEnumerable<PackedPostings> terms) => this.terms = [.. terms];

    public IReadOnlyList<PackedPostings> Terms => terms;

    public static PostingSegment Unpack(byte[] packed)
    {
        using var inflated = new MemoryStream();
        using (var inflating = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress))
        {
            inflating.CopyTo(inflated);
        }

        var bytes = inflated.ToArray();
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        var terms = new PackedPostings[reader.Read7BitEncodedInt()];
        for (var i = 0; i < terms.Length; i++)
        {
            var term = reader.ReadString();
            var first = reader.Read7BitEncodedInt();
            var last = first + reader.Read7BitEncodedInt();
            var occurrences = reader.Read7BitEncodedInt();
            var length = reader.Read7BitEncodedInt();
            terms[i] = new PackedPostings(term, first, last, occurrences, bytes.AsMemory((int)reader.BaseStream.Position, length));
            reader.BaseStream.Position += length;
        }

        return new PostingSegment(terms);
    }

    public byte[] Pack()
    {
        // Compression saves a third of the bytes, which a server writes several times: into its log, its table and its standbys.
        var packed = new MemoryStream();
        using var writer = new BinaryWriter(new DeflateStream(packed, CompressionLevel.Optimal), Encoding.UTF8);
        writer.Write7BitEncodedInt(terms.Length);
        foreach (var (term, first, last, occurrences, list) in terms)
        {
            writer.Write(term);
            writer.Write7BitEncodedInt(first);
            writer.Write7BitEncodedInt(last - first);
            writer.Write7BitEncodedInt(occurrences);
            writer.Write7BitEncodedInt(list.Length);
            writer.Write(list.Span);
        }

        writer.Close();
        return packed.ToArray();
    }

    /// <summary>The posting lists for a key.</summary>
    public IEnumerable<PackedPostings> Matching(PostingKey key)
    {
        var (low, high) = (0, terms.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(terms[middle].Term, key.Text) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < terms.Length && Stands(terms[low].Term, key); low++)
        {
            yield return terms[low];
        }
    }

    private static bool Stands(string term, PostingKey key) =>
        key.Kind == PostingKind.Prefix ? term.StartsWith(key.Text, StringComparison.Ordinal) : term == key.Text;
}
