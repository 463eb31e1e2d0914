namespace PodcastInsights.Core.Importing;

/// <summary>What an import may cost. A file beyond a limit is reported and not taken; the last good version of its episode stays.</summary>
public sealed record ImportLimits
{
    public static ImportLimits Default { get; } = new();

    /// <summary>How many files of the largest size an episode may have editions of; further ones are not taken.</summary>
    private const int EditionsOfFullSize = 4;

    /// <summary>Bytes of one file. Eight hours of talk with a time for each word are 10 MiB.</summary>
    public long FileBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of an episode's editions together.</summary>
    public long EpisodeBytes => EditionsOfFullSize * FileBytes;

    /// <summary>Lines of one file. The same eight hours, with each word's times on lines of their own, are 600,000.</summary>
    public int FileLines { get; init; } = 1_000_000;

    /// <summary>Turns of one file.</summary>
    public int FileTurns { get; init; } = 50_000;

    /// <summary>For understanding one file, by the clock.</summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether every file is read and hashed, even one that is as it was by its size, times and inode: for file systems that do not tell.
    /// </summary>
    public bool HashAll { get; init; }

    /// <summary>
    /// Whether a folder without a single transcript means that all episodes are to go. A folder whose disk is not mounted looks the same,
    /// so by default it means that something is wrong.
    /// </summary>
    public bool EmptyFolderRemovesAll { get; init; }

    /// <summary>Whether what turns said before an edit is kept for their links. Where not, what was kept of it goes at the next import.</summary>
    public bool KeepEarlierWords { get; init; } = true;
}
