namespace PodcastInsights.Core.Citation.Checking;

/// <summary>What one text may cost, whatever was typed: pairs of words that are laid against each other.</summary>
internal sealed class AlignmentBudget(long most)
{
    private long left = most;

    /// <summary>Whether something was refused.</summary>
    public bool IsSpent { get; private set; }

    /// <returns>False where so much is not left.</returns>
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
