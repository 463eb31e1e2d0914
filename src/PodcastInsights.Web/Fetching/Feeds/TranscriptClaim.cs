namespace PodcastInsights.Web.Fetching.Feeds;

/// <summary>
/// What a transcript may turn out to be, by what the feed says of it. It decides the order in which transcripts are asked for, and nothing
/// else: types are wrong often, as <c>text/plain</c> for SubRip.
/// </summary>
internal static class TranscriptClaim
{
    /// <summary>The best first; those that cannot be a transcript's text, such as PDF, are left out.</summary>
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
