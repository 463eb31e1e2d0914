using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Joins the parts of a posting list that a store keeps.</summary>
/// <param name="wanted">For a token, all parts are of that term; for a prefix, of all terms with the prefix.</param>
public sealed class JoinedPostings(WantedPostings wanted)
{
    /// <summary>Size of what a second thread would decode, in bytes, from which on it is worth starting one: some tenths of a millisecond.</summary>
    private const int WorthSharing = 32 << 10;

    private const int MostReserved = 64 << 20;

    private readonly Dictionary<string, Term> terms = new(StringComparer.Ordinal);

    /// <param name="part">Documents that come after those of the same term added before.</param>
    public void Add(string term, IStoredPostings part)
    {
        ref var parts = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _);
        (parts ??= new Term(wanted.After)).Add(part);
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

    /// <summary>Decodes and joins all parts, several terms at the same time where there are several processors.</summary>
    /// <returns>The whole list for each object. The objects must not be used again.</returns>
    /// <inheritdoc cref="IStoredPostings.Decode" path="/exception"/>
    public static PostingList[] Build(IReadOnlyList<JoinedPostings> lists, CancellationToken cancellationToken)
    {
        var terms = lists.SelectMany(static list => list.terms.Values).OrderByDescending(static term => term.Bytes).ToList();
        if (Environment.ProcessorCount > 1 && terms.Skip(1).Sum(static term => term.Bytes) >= WorthSharing)
        {
            DecodeAtOnce(terms, cancellationToken);
        }
        else
        {
            terms.ForEach(static term => term.Decode());
        }

        return [.. lists.Select(static list => PostingAlgebra.Union([.. list.terms.Values.Select(static term => term.Decoded)]))];
    }

    private static void DecodeAtOnce(List<Term> terms, CancellationToken cancellationToken)
    {
        try
        {
            // One at a time, the longest first: each thread takes the next when it is done.
            Parallel.ForEach(
                Partitioner.Create(terms, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
                static term => term.Decode());
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    private sealed class Term(int after)
    {
        private readonly List<IStoredPostings> parts = [];

        public long Bytes { get; private set; }

        public PostingList Decoded { get; private set; } = PostingList.Empty;

        public void Add(IStoredPostings part)
        {
            parts.Add(part);
            Bytes += part.Bytes;
        }

        public void Decode()
        {
            var builder = PostingListBuilder.Rent();
            builder.Reserve((int)Math.Min(Bytes, MostReserved));
            foreach (var part in parts)
            {
                part.Decode(after, builder);
            }

            Decoded = builder.BuildAndReturn();
        }
    }

    private sealed class Packed(ReadOnlyMemory<byte> list) : IStoredPostings
    {
        public int Bytes => list.Length;

        public void Decode(int after, PostingListBuilder into) => PackedPostings.Read(list.Span, after, into);
    }
}
