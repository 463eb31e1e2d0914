namespace PodcastInsights.Storage.Tests;

/// <summary>A clock by which every file of a test was written an hour ago.</summary>
internal sealed class LaterClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(1);
}
