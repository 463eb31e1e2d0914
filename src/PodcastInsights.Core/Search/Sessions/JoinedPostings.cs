using System.Runtime.InteropServices;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>The parts of a posting list that a store keeps.</summary>
/// <param name="wanted">For a token, all parts are of that term; for a prefix, of all terms with the prefix.</param>
public sealed class JoinedPostings(WantedPostings wanted)
{
    private readonly Dictionary<string, TermPostings> terms = new(StringComparer.Ordinal);

    internal IEnumerable<TermPostings> Terms => terms.Values;

    /// <param name="part">Documents that come after those of the same term added before.</param>
    public void Add(string term, IStoredPostings part)
    {
        ref var parts = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _);
        (parts ??= new TermPostings(wanted.After)).Add(part);
    }

    /// <param name="list">See <see cref="PackedPostings"/>. Its documents come after those of the same term added before.</param>
    public void Add(string term, ReadOnlyMemory<byte> list) => Add(term, new Packed(list));

    /// <summary>Adds what waits in segments.</summary>
    /// <param name="segments">Segments in the order of their documents, which come after those added before.</param>
    public void Add(IEnumerable<PostingSegment> segments)
    {
        foreach (var postings in segments.SelectMany(segment => segment.Matching(wanted.Key)))
        {
            Add(postings.Term, postings.List);
        }
    }

    private sealed class Packed(ReadOnlyMemory<byte> list) : IStoredPostings
    {
        public int Bytes => list.Length;

        public void Decode(int after, Matching.PostingListBuilder into) => PackedPostings.Read(list.Span, after, into);
    }
}
