namespace PodcastInsights.Web.Fetching;

/// <summary>What a fetch may cost, whatever a feed and its servers say.</summary>
internal sealed record FetchLimits
{
    /// <summary>Bytes of a page of a feed, unpacked. Ten years of a daily show with all its notes are 30 MiB.</summary>
    public long FeedBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of a transcript, unpacked: as much as an import takes by default.</summary>
    public long TranscriptBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of a file of chapters.</summary>
    public long ChaptersBytes { get; init; } = 1L << 20;

    /// <summary>Bytes of all transcripts of one run; a further run goes on from there.</summary>
    public long RunBytes { get; init; } = 2L << 30;

    /// <summary>Episodes of one feed.</summary>
    public int Episodes { get; init; } = 10_000;

    /// <summary>Pages of one feed (RFC 5005).</summary>
    public int Pages { get; init; } = 100;

    /// <summary>Transcripts of an episode in one language that are looked at.</summary>
    public int Candidates { get; init; } = 4;

    public int Redirects { get; init; } = 5;

    /// <summary>How often a request is made that meets a failure which may pass.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>After so many failures in a row a host is left alone for the rest of the run.</summary>
    public int FailuresOfHost { get; init; } = 6;

    /// <summary>From the request to the last byte of its answer: who sends drop by drop gets no longer.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For understanding a page of a feed. 30 MiB take a second; elements with millions of attributes are another matter.</summary>
    public TimeSpan ReadTime { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A host that asks for a longer pause is left alone for the rest of the run.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);
}
