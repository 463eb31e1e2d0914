namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>
/// Ranks transcripts by the type that the feed declares. It only decides the order of requests, because declared types are often wrong, as
/// <c>text/plain</c> for SubRip.
/// </summary>
internal static class TranscriptClaim
{
    /// <summary>Best first, without those that cannot be transcripts, such as PDF.</summary>
    public static IEnumerable<TranscriptLink> Ordered(IEnumerable<TranscriptLink> links) => links
        .DistinctBy(link => link.Address)
        .Where(link => RankOf(link) > 0)
        .OrderByDescending(RankOf);

    /// <summary>Whether it may have times.</summary>
    public static bool MayBeTimed(TranscriptLink link) => RankOf(link) > 2;

    private static int RankOf(TranscriptLink link) => (KindOf(link.Address), link.Type?.Split(';')[0].Trim()) switch
    {
        ("vtt", _) => 7,
        ("json", _) => 6,
        ("srt", _) => 5,
        (_, "text/vtt" or "text/webvtt") => 7,
        (_, { } type) when type.Contains("json", StringComparison.Ordinal) => 6,
        (_, { } type) when type.Contains("srt", StringComparison.Ordinal) || type.Contains("subrip", StringComparison.Ordinal) => 5,
        ("html" or "htm", _) or (_, "text/html") => 4,
        ("pdf" or "docx" or "doc" or "rtf" or "odt" or "mp3" or "m4a", _) => 0,
        (_, { } type) when !type.StartsWith("text/", StringComparison.Ordinal) && type.Contains('/', StringComparison.Ordinal)
            && type is not ("plain/txt" or "application/octet-stream" or "application/x-text") => 0,
        ("txt" or "md", _) or (_, not null) => 1,
        _ => 3,
    };

    private static string KindOf(Uri address) => Path.GetExtension(address.AbsolutePath).TrimStart('.').ToLowerInvariant();
}
