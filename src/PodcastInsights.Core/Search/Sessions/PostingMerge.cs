using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Merges waiting segments into the stored posting lists of their terms.</summary>
public sealed class PostingMerge
{
    private readonly ILookup<string, PackedPostings> waiting;

    /// <param name="segments">Segments in the order of their documents, which come after those of the stored lists.</param>
    /// <param name="removed">Documents that are left out.</param>
    public PostingMerge(IEnumerable<PostingSegment> segments, RemovedDocuments removed)
    {
        ArgumentNullException.ThrowIfNull(removed);
        waiting = segments
            .SelectMany(static segment => segment.Terms)
            .Select(removed.LeaveOf)
            .OfType<PackedPostings>()
            .ToLookup(static postings => postings.Term, StringComparer.Ordinal);
    }

    /// <summary>The terms to which postings are added.</summary>
    public IReadOnlyList<string> Terms => [.. waiting.Select(static term => term.Key)];

    /// <summary>Determines which lists are replaced.</summary>
    /// <param name="last">The last stored lists of each term, the last one first. A list without content is not replaced.</param>
    /// <param name="bytes">Size at which a list is complete and the next one begins.</param>
    public PostingChange With(IEnumerable<PackedPostings> last, int bytes)
    {
        var stored = last.ToLookup(static list => list.Term, StringComparer.Ordinal);
        var rewritten = waiting.ToDictionary(static term => term.Key, term => Rewritten(term, stored[term.Key]), StringComparer.Ordinal);
        return new PostingChange(
            [.. rewritten.Values.SelectMany(static lists => lists)],
            waiting.SelectMany(term => PackedPostings.Join(rewritten[term.Key].Concat(term), bytes)),
            waiting.SelectMany(static term => term).Select(static list => new VocabularyWord(list.Term, list.Occurrences)));
    }

    /// <summary>
    /// Selects the stored lists that are written again together with what waits: each that is no longer than everything after it. So a
    /// byte is written only a few times, however many imports add to its term, and a term has few short lists.
    /// </summary>
    private static List<PackedPostings> Rewritten(IEnumerable<PackedPostings> waiting, IEnumerable<PackedPostings> last)
    {
        var rewritten = new List<PackedPostings>();
        var bytes = waiting.Sum(static list => list.List.Length);
        foreach (var list in last.TakeWhile(list => list.List.Length > 0 && list.List.Length <= bytes))
        {
            rewritten.Insert(0, list);
            bytes += list.List.Length;
        }

        return rewritten;
    }
}
