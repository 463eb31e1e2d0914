namespace PodcastInsights.Core.Citation.Checking;

/// <summary>Limits the cost of checking one text: the number of pairs of words compared.</summary>
internal sealed class AlignmentBudget(long most)
{
    private long left = most;

    /// <summary>Whether the budget was exceeded.</summary>
    public bool IsSpent { get; private set; }

    /// <returns>False where less is left.</returns>
    public bool Spend(long pairs)
    {
        if (pairs > left)
        {
            IsSpent = true;
            return false;
        }

        left -= pairs;
        return true;
    }
}
