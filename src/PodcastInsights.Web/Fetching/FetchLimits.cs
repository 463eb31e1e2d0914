namespace PodcastInsights.Web.Fetching;

/// <summary>The limits of a fetch.</summary>
internal sealed record FetchLimits
{
    /// <summary>Largest page of a feed in bytes, uncompressed. Ten years of a daily show with notes are 30 MiB.</summary>
    public long FeedBytes { get; init; } = 64L << 20;

    /// <summary>Largest transcript in bytes, uncompressed: the default limit of imports.</summary>
    public long TranscriptBytes { get; init; } = 16L << 20;

    /// <summary>Largest chapter file in bytes.</summary>
    public long ChaptersBytes { get; init; } = 1L << 20;

    /// <summary>Largest number of bytes of all transcripts of one run; the next run continues.</summary>
    public long RunBytes { get; init; } = 2L << 30;

    /// <summary>Largest number of episodes of one feed.</summary>
    public int Episodes { get; init; } = 10_000;

    /// <summary>Largest number of pages of one feed (RFC 5005).</summary>
    public int Pages { get; init; } = 100;

    /// <summary>Largest number of transcripts requested for one episode and language.</summary>
    public int Candidates { get; init; } = 4;

    public int Redirects { get; init; } = 5;

    /// <summary>Number of attempts for a request with transient failures.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Number of consecutive failures after which a host is not asked again in this run.</summary>
    public int FailuresOfHost { get; init; } = 6;

    /// <summary>Longest time from the request to the last byte of the response.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time for parsing a page of a feed. 30 MiB take a second; elements with millions of attributes take far longer.</summary>
    public TimeSpan ReadTime { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A host that asks for a longer pause is not asked again in this run.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);
}
