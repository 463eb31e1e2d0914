namespace PodcastInsights.Core.Importing;

/// <summary>The limits of an import. A file beyond one is reported and not stored; the last good version of its episode stays.</summary>
public sealed record ImportLimits
{
    public static ImportLimits Default { get; } = new();

    /// <summary>How many files of the largest size an episode may have as editions; further ones are ignored.</summary>
    private const int EditionsOfFullSize = 4;

    /// <summary>Bytes of one file. Eight hours of talk with a time for each word are 10 MiB.</summary>
    public long FileBytes { get; init; } = 16L << 20;

    /// <summary>Bytes of an episode's editions together.</summary>
    public long EpisodeBytes => EditionsOfFullSize * FileBytes;

    /// <summary>Lines of one file. The same eight hours, with each word's times on lines of their own, are 600,000.</summary>
    public int FileLines { get; init; } = 1_000_000;

    /// <summary>Turns of one file.</summary>
    public int FileTurns { get; init; } = 50_000;

    /// <summary>Longest time for parsing one file.</summary>
    public TimeSpan FileTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether every file is hashed, even when its size, times and inode are unchanged: for file systems that do not report changes.
    /// </summary>
    public bool HashAll { get; init; }

    /// <summary>
    /// Whether an empty folder removes all episodes. A folder whose disk is not mounted looks empty too, so by default an empty folder is
    /// reported as an error.
    /// </summary>
    public bool EmptyFolderRemovesAll { get; init; }

    /// <summary>
    /// Whether the words of a turn before an edit are stored, so that links to them can be explained. When this is off, the next import
    /// deletes those stored before.
    /// </summary>
    public bool KeepEarlierWords { get; init; } = true;
}
