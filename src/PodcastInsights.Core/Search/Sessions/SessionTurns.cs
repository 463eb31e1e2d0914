using PodcastInsights.Core.Citation.Checking;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Turns that a quotation is held against, read one window after the other, since which one is looked at next follows from the last. An
/// engine that does not answer at once holds the thread of this check meanwhile.
/// </summary>
internal sealed class SessionTurns(ISearchSession session, CancellationToken cancellationToken) : ISpokenTurns
{
    /// <summary>Whether any turn was asked for.</summary>
    public bool AreRead { get; private set; }

    public SpokenTurns? Around(long turn, int before, int after)
    {
        AreRead = true;
        var reading = session.TurnsAroundAsync(turn, before, after, cancellationToken);
        return reading.IsCompletedSuccessfully ? reading.Result : reading.AsTask().GetAwaiter().GetResult();
    }
}
