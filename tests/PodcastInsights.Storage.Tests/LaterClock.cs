namespace PodcastInsights.Storage.Tests;

/// <summary>A clock one hour ahead, by which every file of a test is old enough.</summary>
internal sealed class LaterClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(1);
}
