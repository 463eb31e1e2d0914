using System.Runtime.InteropServices;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Puts together the list that a query wants out of the parts that a store keeps of it.</summary>
/// <param name="wanted">Of a token all parts are of that term; of a beginning they are of all terms that begin so.</param>
public sealed class JoinedPostings(WantedPostings wanted)
{
    private readonly Dictionary<string, PostingListBuilder> terms = new(StringComparer.Ordinal);

    /// <param name="list">See <see cref="PackedPostings"/>; its documents come after those of the same term that were added before.</param>
    public void Add(string term, ReadOnlySpan<byte> list) => PackedPostings.Read(list, wanted.After, Of(term));

    /// <summary>Where the part of a term goes that a store reads by itself; its documents come after those that are there.</summary>
    public PostingListBuilder Of(string term)
    {
        ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _);
        return builder ??= PostingListBuilder.Rent();
    }

    /// <summary>The whole list; the last use of this.</summary>
    public PostingList Build() => PostingAlgebra.Union([.. terms.Values.Select(static builder => builder.BuildAndReturn())]);
}
