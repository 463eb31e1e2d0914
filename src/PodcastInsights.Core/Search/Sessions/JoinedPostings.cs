using System.Runtime.InteropServices;
using PodcastInsights.Core.Search.Matching;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Joins the parts of a posting list that a store keeps.</summary>
/// <param name="wanted">For a token, all parts are of that term; for a prefix, of all terms with the prefix.</param>
public sealed class JoinedPostings(WantedPostings wanted)
{
    private readonly Dictionary<string, PostingListBuilder> terms = new(StringComparer.Ordinal);

    /// <param name="list">See <see cref="PackedPostings"/>. Its documents come after those of the same term added before.</param>
    public void Add(string term, ReadOnlySpan<byte> list) => PackedPostings.Read(list, wanted.After, Of(term));

    /// <summary>A builder for a part of a term that the store decodes itself. Its documents come after those added before.</summary>
    public PostingListBuilder Of(string term)
    {
        ref var builder = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term, out _);
        return builder ??= PostingListBuilder.Rent();
    }

    /// <summary>Builds the whole list. The object must not be used again.</summary>
    public PostingList Build() => PostingAlgebra.Union([.. terms.Values.Select(static builder => builder.BuildAndReturn())]);
}
