using PodcastInsights.Core.Citation.Checking;

namespace PodcastInsights.Core.Search.Sessions;

/// <summary>
/// Reads the turns that a quotation is compared with, one window after the other, because the next one depends on the last. Blocks the
/// thread while the engine reads.
/// </summary>
internal sealed class SessionTurns(ISearchSession session, CancellationToken cancellationToken) : ISpokenTurns
{
    /// <summary>Whether any turn was read.</summary>
    public bool AreRead { get; private set; }

    public SpokenTurns? Around(long turn, int before, int after)
    {
        AreRead = true;
        var reading = session.TurnsAroundAsync(turn, before, after, cancellationToken);
        return reading.IsCompletedSuccessfully ? reading.Result : reading.AsTask().GetAwaiter().GetResult();
    }
}
