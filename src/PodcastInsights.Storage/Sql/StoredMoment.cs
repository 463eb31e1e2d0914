namespace PodcastInsights.Storage.Sql;

/// <summary>A moment as a column holds it: milliseconds since 1970, UTC.</summary>
internal static class StoredMoment
{
    public static DateTime Of(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored).UtcDateTime;

    public static long Write(DateTime moment) => new DateTimeOffset(moment, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
