namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// All terms of one run of documents with their lists: what is searched of a run until it is put among the lists of all documents. Never changed
/// once made, so that threads share it.
/// </summary>
public sealed class PostingSegment
{
    private readonly PackedPostings[] terms;

    /// <param name="terms">In ordinal order, as <see cref="PackedPostings.Invert"/> gives them.</param>
    public PostingSegment(IEnumerable<PackedPostings> terms) => this.terms = [.. terms];

    public static PostingSegment Empty { get; } = new([]);

    public IReadOnlyList<PackedPostings> Terms => terms;

    /// <summary>What the lists take, in bytes, about.</summary>
    public long Bytes => terms.Sum(static term => 2L * term.Term.Length) + terms.Sum(static term => term.List.Length);

    /// <summary>The lists of the terms that a key stands for.</summary>
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
