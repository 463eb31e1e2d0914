namespace PodcastInsights.Storage.Tests;

/// <summary>A clock by which every file of a test has just been written, however long the test takes: none is older than its step.</summary>
internal sealed class EarlierClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(-1);
}
