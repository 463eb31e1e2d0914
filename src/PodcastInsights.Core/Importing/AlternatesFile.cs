namespace PodcastInsights.Core.Importing;

/// <summary>
/// The optional file <c>.alternates</c> beside transcripts: a line for each pair of files that hold one conversation in two languages, their
/// names parted by a tab. Lines that begin with <c>#</c> are comments.
/// </summary>
internal static class AlternatesFile
{
    private const string FileName = ".alternates";

    /// <summary>For each file that is named, the first of its pair; full paths on both sides. What names no file is passed over.</summary>
    public static Dictionary<string, string> ReadAll(IEnumerable<string> folders)
    {
        var firsts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, FileName);
            foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
            {
                if (!line.StartsWith('#') && line.Split('\t', StringSplitOptions.TrimEntries) is [{ Length: > 0 } left, { Length: > 0 } right])
                {
                    var first = Path.Combine(folder, string.CompareOrdinal(left, right) < 0 ? left : right);
                    firsts[Path.Combine(folder, left)] = first;
                    firsts[Path.Combine(folder, right)] = first;
                }
            }
        }

        return firsts;
    }
}
