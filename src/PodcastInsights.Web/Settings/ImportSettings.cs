using System.ComponentModel;
using System.Globalization;
using PodcastInsights.Core.Importing;

namespace PodcastInsights.Web.Settings;

/// <summary>Section <c>Import</c>: limits for each file. A file beyond one is reported, and the last good version of its episode stays.</summary>
internal sealed class ImportSettings : ISettings
{
    public static string Section => "Import";

    /// <summary>Largest file, in MiB.</summary>
    [Description("Largest transcript file in MiB.")]
    public int FileMegabytes { get; set; } = (int)(ImportLimits.Default.FileBytes >> 20);

    /// <summary>Largest number of lines of a file.</summary>
    [Description("Most lines of a file.")]
    public int FileLines { get; set; } = ImportLimits.Default.FileLines;

    /// <summary>Largest number of turns of a file.</summary>
    [Description("Most turns of a file.")]
    public int FileTurns { get; set; } = ImportLimits.Default.FileTurns;

    /// <summary>Longest time for parsing a file.</summary>
    [Description("Longest time for understanding a file.")]
    public int FileSeconds { get; set; } = (int)ImportLimits.Default.FileTime.TotalSeconds;

    /// <summary>Whether every file is hashed, even when its size, times and inode are unchanged.</summary>
    [Description("Whether every file is read, also those that seem unchanged.")]
    public bool Full { get; set; }

    /// <summary>Whether an empty folder removes all episodes; otherwise they stay, because its disk may not be mounted.</summary>
    [Description("Whether a folder without any transcript removes all episodes.")]
    public bool EmptyFolderRemovesAll { get; set; }

    public ImportLimits Limits => new()
    {
        FileBytes = (long)FileMegabytes << 20,
        FileLines = FileLines,
        FileTurns = FileTurns,
        FileTime = TimeSpan.FromSeconds(FileSeconds),
        HashAll = Full,
        EmptyFolderRemovesAll = EmptyFolderRemovesAll,
    };

    public IEnumerable<string> Problems()
    {
        foreach (var (name, value, most) in new[]
        {
            (nameof(FileMegabytes), FileMegabytes, 1024), (nameof(FileLines), FileLines, 100_000_000),
            (nameof(FileTurns), FileTurns, 1_000_000), (nameof(FileSeconds), FileSeconds, 3600),
        })
        {
            if (value < 1 || value > most)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"Import:{name}: {value} is not from 1 to {most}.");
            }
        }
    }
}
