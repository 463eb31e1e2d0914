using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// The posting lists of all terms of one run. A run is searched in it until it is merged into the lists of all documents. Immutable, so that
/// threads can share it.
/// </summary>
public sealed class PostingSegment
{
    private readonly PackedPostings[] terms;

    /// <param name="terms">Terms in ordinal order, as <see cref="PackedPostings.Invert"/> gives them.</param>
    public PostingSegment(IEnumerable<PackedPostings> terms) => this.terms = [.. terms];

    public static PostingSegment Empty { get; } = new([]);

    public IReadOnlyList<PackedPostings> Terms => terms;

    public IEnumerable<VocabularyWord> Words => terms.Select(static term => new VocabularyWord(term.Term, term.Occurrences));

    /// <summary>Approximate size of the lists in bytes.</summary>
    public long Bytes => terms.Sum(static term => 2L * term.Term.Length) + terms.Sum(static term => term.List.Length);

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
