namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>Puts a line together again that the converter split at its first colon, trimming both halves.</summary>
internal static class SplitLine
{
    /// <summary>
    /// The blank after the colon is lost and is put back, but for a colon inside a clock time (<c>00:30</c>), a ratio or an
    /// address (<c>https://</c>), where none can have been.
    /// </summary>
    public static string Rejoin(string half, string rest)
    {
        rest = rest.Trim();
        var joinsTightly = (half.Length > 0 && char.IsAsciiDigit(half[^1]) && rest.Length > 0 && char.IsAsciiDigit(rest[0]))
            || rest.StartsWith("//", StringComparison.Ordinal);
        return joinsTightly ? $"{half}:{rest}" : $"{half}: {rest}";
    }
}
