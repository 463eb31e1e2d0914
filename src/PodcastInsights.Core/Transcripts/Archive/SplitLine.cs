namespace PodcastInsights.Core.Transcripts.Archive;

/// <summary>Rejoins a line that the converter split at its first colon, trimming both halves.</summary>
internal static class SplitLine
{
    /// <summary>Restores the space after the colon, except in a clock time (<c>00:30</c>), a ratio or an address (<c>https://</c>).</summary>
    public static string Rejoin(string half, string rest)
    {
        rest = rest.Trim();
        var joinsTightly = (half.Length > 0 && char.IsAsciiDigit(half[^1]) && rest.Length > 0 && char.IsAsciiDigit(rest[0]))
            || rest.StartsWith("//", StringComparison.Ordinal);
        return joinsTightly ? $"{half}:{rest}" : $"{half}: {rest}";
    }
}
