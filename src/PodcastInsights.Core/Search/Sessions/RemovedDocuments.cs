namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Removed documents whose postings are still in the lists.</summary>
/// <param name="runs">First and last document of each run, in order of id.</param>
public sealed class RemovedDocuments(IReadOnlyList<(int First, int Last)> runs)
{
    public bool IsEmpty => runs.Count == 0;

    public int First => runs[0].First;

    public int Last => runs[^1].Last;

    /// <returns>The same list where none of its documents is removed; null where none is left.</returns>
    public PackedPostings? LeaveOf(PackedPostings list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return !IsEmpty && Touch(list.First, list.Last) && list.Where(document => !Touch(document, document)) is var rest
            && rest?.Occurrences != list.Occurrences ? rest : list;
    }

    /// <summary>Whether any removed document is in the range.</summary>
    private bool Touch(int first, int last)
    {
        // Binary search for the last run that begins at or before it.
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = runs[middle].First <= last ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && runs[low - 1].Last >= first;
    }
}
