namespace PodcastInsights.Web.Library;

/// <summary>The progress of a running import.</summary>
/// <param name="Done">Number of episodes processed.</param>
/// <param name="Left">Estimated remaining time; null where it is not known yet.</param>
internal sealed record ImportUnderWay(int Done, int Total, TimeSpan? Left)
{
    private static readonly TimeSpan TooEarlyToTell = TimeSpan.FromSeconds(1);

    public static TimeSpan? TimeLeft(int done, int total, TimeSpan elapsed) =>
        done == 0 || done >= total || elapsed < TooEarlyToTell ? null : elapsed / done * (total - done);
}
