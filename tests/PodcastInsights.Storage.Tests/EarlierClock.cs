namespace PodcastInsights.Storage.Tests;

/// <summary>A clock before the time of every file of a test: by it, no file is older than the clock's resolution.</summary>
internal sealed class EarlierClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(-1);
}
