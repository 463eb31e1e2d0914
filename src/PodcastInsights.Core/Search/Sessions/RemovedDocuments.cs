namespace PodcastInsights.Core.Search.Sessions;

/// <summary>Documents that an import has taken away and whose words are still in lists.</summary>
/// <param name="runs">The first and the last document of each run, in the order of their ids.</param>
public sealed class RemovedDocuments(IReadOnlyList<(int First, int Last)> runs)
{
    public bool IsEmpty => runs.Count == 0;

    public int First => runs[0].First;

    public int Last => runs[^1].Last;

    /// <returns>The list as it is where none of its documents is removed; null where none is left.</returns>
    public PackedPostings? LeaveOf(PackedPostings list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return !IsEmpty && Touch(list.First, list.Last) && list.Where(document => !Touch(document, document)) is var rest
            && rest?.Occurrences != list.Occurrences ? rest : list;
    }

    /// <summary>Whether any of them is from the one document to the other.</summary>
    private bool Touch(int first, int last)
    {
        // The last run that begins up to there.
        var (low, high) = (0, runs.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = runs[middle].First <= last ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && runs[low - 1].Last >= first;
    }
}
