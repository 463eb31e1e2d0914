namespace PodcastInsights.Web.Library;

/// <summary>How far an import is.</summary>
/// <param name="Done">Episodes looked at.</param>
/// <param name="Left">How long the rest takes if it goes on as before; null where that cannot be told yet.</param>
public sealed record ImportUnderWay(int Done, int Total, TimeSpan? Left)
{
    private static readonly TimeSpan TooEarlyToTell = TimeSpan.FromSeconds(1);

    public static TimeSpan? TimeLeft(int done, int total, TimeSpan elapsed) =>
        done == 0 || done >= total || elapsed < TooEarlyToTell ? null : elapsed / done * (total - done);
}
