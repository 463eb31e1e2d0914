using PodcastInsights.Core.Search.Spelling;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Stored posting lists that are replaced by others.</summary>
/// <param name="Before">The lists that are deleted.</param>
/// <param name="After">The lists that are inserted. They are computed while they are enumerated, because all of them would take much memory.</param>
/// <param name="Occurrences">How many more occurrences of a term there are afterwards; negative for fewer. A term may have several entries.</param>
public sealed record PostingChange(
    IReadOnlyList<PackedPostings> Before, IEnumerable<PackedPostings> After, IEnumerable<VocabularyWord> Occurrences)
{
    /// <summary>Takes removed documents out of lists.</summary>
    public static PostingChange Remove(RemovedDocuments removed, IReadOnlyList<PackedPostings> lists)
    {
        ArgumentNullException.ThrowIfNull(removed);
        return new PostingChange(
            lists,
            lists.Select(removed.LeaveOf).OfType<PackedPostings>(),
            lists.Select(list => new VocabularyWord(list.Term, (removed.LeaveOf(list)?.Occurrences ?? 0) - list.Occurrences)));
    }

    /// <summary>Applies the difference in occurrences to a vocabulary.</summary>
    /// <returns>Words that still occur.</returns>
    public IEnumerable<VocabularyWord> ApplyTo(IEnumerable<VocabularyWord> words)
    {
        var occurrences = Vocabulary.Sum(words.Concat(Occurrences));
        return Vocabulary.WordsAmong(occurrences.Where(static word => word.Occurrences > 0));
    }
}
